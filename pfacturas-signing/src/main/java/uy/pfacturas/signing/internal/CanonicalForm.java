package uy.pfacturas.signing.internal;

import java.io.ByteArrayOutputStream;
import org.apache.xml.security.c14n.CanonicalizationException;
import org.apache.xml.security.c14n.implementations.Canonicalizer20010315ExclOmitComments;
import org.apache.xml.security.c14n.implementations.Canonicalizer20010315OmitComments;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.signature.XMLSignatureNodeInput;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The bytes over which digests and signatures are made. All without comments. A well-formed
 * document has none when a namespace of it is a relative URI: then these are refused.
 *
 * @see "W3C, Canonical XML 1.0, REC-xml-c14n-20010315; Exclusive XML Canonicalization 1.0"
 */
public final class CanonicalForm {
  /** The algorithm of {@link #of} and {@link #without}: inclusive C14N 1.0. */
  public static final String URI = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

  /** The algorithm of {@link #alone}: exclusive C14N 1.0. */
  public static final String EXCLUSIVE_URI = "http://www.w3.org/2001/10/xml-exc-c14n#";

  private CanonicalForm() {}

  /** The canonical form of a document, or of an element with what it inherits from above. */
  public static byte[] of(Node node) throws RefusedXmlException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    try {
      new Canonicalizer20010315OmitComments().engineCanonicalizeSubTree(node, out);
    } catch (CanonicalizationException e) {
      throw refused(e);
    }
    return out.toByteArray();
  }

  /** The canonical form of a document as if it had not this element: the enveloped signature. */
  public static byte[] without(Document document, Element signature) throws RefusedXmlException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    XMLSignatureInput input = new XMLSignatureNodeInput(document);
    input.setExcludeNode(signature);
    input.setExcludeComments(true);
    try {
      new Canonicalizer20010315OmitComments().engineCanonicalize(input, out, true);
    } catch (CanonicalizationException e) {
      throw refused(e);
    }
    return out.toByteArray();
  }

  /** An element by itself, as it can be set into any document: exclusive C14N 1.0. */
  public static byte[] alone(Element element) throws RefusedXmlException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try {
      new Canonicalizer20010315ExclOmitComments().engineCanonicalizeSubTree(element, out);
    } catch (CanonicalizationException e) {
      throw refused(e);
    }
    return out.toByteArray();
  }

  private static RefusedXmlException refused(CanonicalizationException e) {
    return new RefusedXmlException(
        Refusal.NO_CANONICAL_FORM, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
  }
}
