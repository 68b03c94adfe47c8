package uy.pfacturas.signing.internal;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * The vocabulary of signed SOAP messages.
 *
 * @see "W3C, SOAP 1.1; OASIS, Web Services Security: SOAP Message Security 1.0 and X.509
 *     Certificate Token Profile 1.0"
 */
public final class Wss {
  /** The namespace of SOAP 1.1. */
  public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

  /** The namespace of the header Security and what is in it. */
  public static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";

  /** The namespace of the attribute Id. */
  public static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";

  /** The type of a token that is an X.509 certificate. */
  public static final String X509 = OASIS + "x509-token-profile-1.0#X509v3";

  /** The encoding of a token, written as DGI and WSS4J write it. */
  public static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";

  private Wss() {}

  /** Every value by which some reader of XML would take an element for the one that is named. */
  public static Stream<String> ids(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    return IntStream.range(0, attributes.getLength())
        .mapToObj(i -> (Attr) attributes.item(i))
        .filter(attribute -> attribute.getLocalName().equalsIgnoreCase("id"))
        .map(Attr::getValue);
  }

  /** The wsu:Id of an element; empty when it has none. */
  public static String id(Element element) {
    return element.getAttributeNS(WSU, "Id");
  }

  /** Gives an element its wsu:Id. */
  public static void setId(Element element, String id) {
    element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsu", WSU);
    element.setAttributeNS(WSU, "wsu:Id", id);
  }

  /** A new last child of the vocabulary wsse. */
  public static Element append(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElementNS(WSSE, "wsse:" + name);
    parent.appendChild(child);
    return child;
  }
}
