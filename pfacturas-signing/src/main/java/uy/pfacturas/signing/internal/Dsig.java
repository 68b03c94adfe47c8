package uy.pfacturas.signing.internal;

import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The vocabulary of XML Signature, and the few steps in a tree that it needs.
 *
 * @see "W3C, XML Signature Syntax and Processing 1.1"
 */
public final class Dsig {
  /** The namespace. */
  public static final String NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";

  /** The transform that leaves the signature itself out. */
  public static final String ENVELOPED = NAMESPACE + "enveloped-signature";

  private Dsig() {}

  /** All signatures of a document, wherever they are. */
  public static List<Element> signatures(Document document) {
    List<Element> found = new ArrayList<>();
    Node node = document.getDocumentElement();
    // By siblings and parents: a list of the DOM by name walks the tree once for each question.
    while (node != null) {
      if (node instanceof Element element && isNamed(element, "Signature")) {
        found.add(element);
      }
      node = next(node);
    }
    return found;
  }

  private static @Nullable Node next(Node node) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node up = node;
    while (up != null && up.getNextSibling() == null) {
      up = up.getParentNode();
    }
    return up == null ? null : up.getNextSibling();
  }

  /** Whether an element has a name of this vocabulary. */
  public static boolean isNamed(Element element, String name) {
    return NAMESPACE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  /** The children that are elements, in order. */
  public static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The children with a name of this vocabulary, in order. */
  public static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> isNamed(child, name)).toList();
  }

  /** A new signature, without content, as the last child of a parent. */
  public static Element appendSignature(Element parent) {
    Element signature = append(parent, "Signature");
    signature.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns", NAMESPACE);
    return signature;
  }

  /** A new last child. */
  public static Element append(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
    parent.appendChild(child);
    return child;
  }

  /** A new last child that names an algorithm. */
  public static Element appendAlgorithm(Element parent, String name, String algorithm) {
    Element child = append(parent, name);
    child.setAttributeNS(null, "Algorithm", algorithm);
    return child;
  }

  /** A new last child with a text. */
  public static Element appendText(Element parent, String name, String text) {
    Element child = append(parent, name);
    child.appendChild(parent.getOwnerDocument().createTextNode(text));
    return child;
  }
}
