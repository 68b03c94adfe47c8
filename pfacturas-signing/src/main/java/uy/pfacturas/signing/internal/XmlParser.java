package uy.pfacturas.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** Of start tags, end tags and attributes: 4 MB of a real document have fewer. */
  private static final int MAX_MARKS = 250_000;

  /** After so many bytes a parser is not used again. */
  private static final long MAX_BYTES_OF_ONE = 16 << 20;

  private final int maxBytes;
  private final DocumentBuilderFactory factory;
  private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger made = new AtomicInteger();

  /**
   * One of the JDK's parsers. It remembers every name that it ever read: it is given up in time.
   */
  private static final class Reader {
    private final DocumentBuilder builder;
    private long bytes;

    Reader(DocumentBuilder builder) {
      this.builder = builder;
      builder.setErrorHandler(STRICT);
    }

    void reset(int read) {
      bytes += read;
      builder.reset();
      builder.setErrorHandler(STRICT);
    }
  }

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
    requireFewParts(xml);
    Reader reader = borrow();
    Document document;
    try {
      document = reader.builder.parse(new ByteArrayInputStream(xml));
    } catch (SAXParseException e) {
      throw refused(e);
    } catch (SAXException | IOException e) {
      // Not a fault of reading: from an array only malformed bytes end here.
      throw new RefusedXmlException(Refusal.NOT_WELL_FORMED, "");
    } finally {
      reader.reset(xml.length);
      if (reader.bytes < MAX_BYTES_OF_ONE) {
        idle.add(reader);
      }
    }
    if (!"1.0".equals(document.getXmlVersion())) {
      throw new RefusedXmlException(Refusal.XML_VERSION, document.getXmlVersion());
    }
    return document;
  }

  /** A tree takes many times the bytes of what it is made from. */
  private static void requireFewParts(byte[] xml) throws RefusedXmlException {
    int marks = 0;
    for (byte letter : xml) {
      marks += letter == '<' || letter == '=' ? 1 : 0;
    }
    if (marks > MAX_MARKS) {
      throw new RefusedXmlException(Refusal.TOO_MANY_PARTS, marks + " > " + MAX_MARKS);
    }
  }

  /** How many parsers were made so far. */
  int made() {
    return made.get();
  }

  private Reader borrow() {
    Reader reader = idle.poll();
    if (reader == null) {
      try {
        synchronized (factory) {
          reader = new Reader(factory.newDocumentBuilder());
        }
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
      }
      made.incrementAndGet();
    }
    return reader;
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
