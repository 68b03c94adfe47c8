package uy.pfacturas.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * DGI's schema of a document as oracle; the signature that it demands is put in for the test. For
 * one thread.
 */
public final class Esquema {
  private static final String FIRMA =
      "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo>"
          + "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/>"
          + "<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"/>"
          + "<Reference URI=\"\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
          + "<DigestValue>AAAA</DigestValue></Reference></SignedInfo>"
          + "<SignatureValue>AAAA</SignatureValue></Signature>";

  private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

  private final Validator validator;

  private Esquema(Validator validator) {
    this.validator = validator;
  }

  /** The schema of a document, its parts read from DGI's folder and nowhere else. */
  public static Esquema cfe() throws SAXException {
    return of("CFEDGI.xsd");
  }

  /** A schema by the name of its file; each is read once. */
  public static Esquema of(String name) throws SAXException {
    Schema known = READ.get(name);
    if (known == null) {
      known = read(name);
      READ.put(name, known);
    }
    return new Esquema(known.newValidator());
  }

  private static Schema read(String name) throws SAXException {
    Path folder = Referencias.file("xsd");
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "all");
    factory.setResourceResolver(new FolderResolver(folder));
    return factory.newSchema(folder.resolve(name).toFile());
  }

  /** With a signature in the place where the schema wants one. */
  public static String firmado(String cfe) {
    return cfe.contains("<Signature ")
        ? cfe
        : cfe.replaceFirst("</((?:\\w+:)?)CFE>", FIRMA + "</$1CFE>");
  }

  /** A message with a signature at its end, where the schema wants one. */
  public static String mensajeFirmado(String xml) {
    int end = xml.lastIndexOf("</");
    return xml.substring(0, end) + FIRMA + xml.substring(end);
  }

  /** What the schema finds wrong with a document, signed or not; empty if nothing. */
  public List<String> errors(String cfe) throws IOException {
    return errorsOf(firmado(cfe));
  }

  /** What the schema finds wrong with an XML as it is; empty if nothing. */
  public List<String> errorsOf(String xml) throws IOException {
    List<String> errors = new ArrayList<>();
    validator.reset();
    validator.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {}

          @Override
          public void error(SAXParseException e) {
            errors.add(e.getMessage());
          }

          @Override
          public void fatalError(SAXParseException e) {
            errors.add(e.getMessage());
          }
        });
    try {
      validator.validate(new StreamSource(new StringReader(xml)));
    } catch (SAXException e) {
      errors.add(String.valueOf(e.getMessage()));
    }
    return errors;
  }

  /** Answers parts of the schema from the folder; a DTD is empty. */
  private record FolderResolver(Path folder) implements LSResourceResolver {
    @Override
    public LSInput resolveResource(
        String type,
        @Nullable String namespace,
        @Nullable String publicId,
        @Nullable String systemId,
        @Nullable String base) {
      String name = Optional.ofNullable(systemId).orElse("").replaceAll(".*/", "");
      return new PartInput(name.endsWith(".dtd") ? "" : text(name), name);
    }

    private String text(String name) {
      try {
        Path part = folder.resolve(name);
        return Files.exists(part) ? Files.readString(part) : "";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A text as an input of the schema factory. */
  private record PartInput(String text, String name) implements LSInput {
    @Override
    public Reader getCharacterStream() {
      return new StringReader(text);
    }

    @Override
    public void setCharacterStream(Reader stream) {}

    @Override
    public @Nullable InputStream getByteStream() {
      return null;
    }

    @Override
    public void setByteStream(InputStream stream) {}

    @Override
    public @Nullable String getStringData() {
      return null;
    }

    @Override
    public void setStringData(String data) {}

    @Override
    public String getSystemId() {
      return name;
    }

    @Override
    public void setSystemId(String id) {}

    @Override
    public @Nullable String getPublicId() {
      return null;
    }

    @Override
    public void setPublicId(String id) {}

    @Override
    public @Nullable String getBaseURI() {
      return null;
    }

    @Override
    public void setBaseURI(String uri) {}

    @Override
    public @Nullable String getEncoding() {
      return null;
    }

    @Override
    public void setEncoding(String encoding) {}

    @Override
    public boolean getCertifiedText() {
      return false;
    }

    @Override
    public void setCertifiedText(boolean certified) {}
  }
}
