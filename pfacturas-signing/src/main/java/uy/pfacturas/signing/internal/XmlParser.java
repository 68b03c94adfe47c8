package uy.pfacturas.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML into a tree without a DTD, without looking at anything outside the bytes, and within
 * limits. Safe for any number of threads: the parsers, which are not, are kept in a pool.
 */
public final class XmlParser {
  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
  private static final int MAX_DEPTH = 100;
  private static final int MAX_ATTRIBUTES = 200;

  private final int maxBytes;
  private final DocumentBuilderFactory factory;
  private final Queue<DocumentBuilder> idle = new ConcurrentLinkedQueue<>();

  /** A parser of documents of at most so many bytes. */
  public XmlParser(int maxBytes) {
    this.maxBytes = maxBytes;
    this.factory = strictFactory();
  }

  private static DocumentBuilderFactory strictFactory() {
    // The JDK's own parser, whatever else is on the class path: the limits below are its limits.
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      // The whole tree is walked at once: expanding it node by node only costs.
      factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
      factory.setAttribute(LIMITS + "maxElementDepth", Integer.toString(MAX_DEPTH));
      factory.setAttribute(LIMITS + "elementAttributeLimit", Integer.toString(MAX_ATTRIBUTES));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
    }
    return factory;
  }

  /**
   * Reads a document.
   *
   * @throws RefusedXmlException when it is not XML that we take
   */
  public Document parse(byte[] xml) throws RefusedXmlException {
    if (xml.length > maxBytes) {
      throw new RefusedXmlException(Refusal.TOO_LARGE, xml.length + " > " + maxBytes);
    }
    DocumentBuilder builder = borrow();
    Document document;
    try {
      document = builder.parse(new ByteArrayInputStream(xml));
    } catch (SAXParseException e) {
      throw refused(e);
    } catch (SAXException | IOException e) {
      // Not a fault of reading: from an array only malformed bytes end here.
      throw new RefusedXmlException(Refusal.NOT_WELL_FORMED, "");
    } finally {
      builder.reset();
      builder.setErrorHandler(STRICT);
      idle.add(builder);
    }
    if (!"1.0".equals(document.getXmlVersion())) {
      throw new RefusedXmlException(Refusal.XML_VERSION, document.getXmlVersion());
    }
    return document;
  }

  private DocumentBuilder borrow() {
    DocumentBuilder builder = idle.poll();
    if (builder == null) {
      try {
        synchronized (factory) {
          builder = factory.newDocumentBuilder();
        }
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
      }
      builder.setErrorHandler(STRICT);
    }
    return builder;
  }

  /** The parser's sentences come in the language of the machine: only their codes are looked at. */
  private static RefusedXmlException refused(SAXParseException e) {
    String message = String.valueOf(e.getMessage());
    String where = e.getLineNumber() + ":" + e.getColumnNumber();
    if (message.contains("JAXP0001")) {
      return new RefusedXmlException(Refusal.TOO_COMPLEX, where);
    }
    return message.contains("DOCTYPE")
        ? new RefusedXmlException(Refusal.DOCTYPE, where)
        : new RefusedXmlException(Refusal.NOT_WELL_FORMED, where);
  }

  /** Throws what the parser would else write to the console. */
  private static final ErrorHandler STRICT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
          throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
          throw exception;
        }
      };
}
