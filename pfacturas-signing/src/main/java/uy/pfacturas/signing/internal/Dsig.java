package uy.pfacturas.signing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

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

  /** A comment beside a text in the same element; empty if the document has none. */
  public static Optional<Comment> commentInText(Document document) {
    Node node = document.getDocumentElement();
    while (node != null) {
      if (node instanceof Comment comment
          && (isText(node.getPreviousSibling()) || isText(node.getNextSibling()))) {
        return Optional.of(comment);
      }
      node = next(node);
    }
    return Optional.empty();
  }

  private static boolean isText(@Nullable Node node) {
    return node instanceof Text text && !text.getData().isBlank();
  }

  /** How many elements of an element's document have an attribute Id, however written, so. */
  public static int countById(Element any, String id) {
    int count = 0;
    Node node = any.getOwnerDocument().getDocumentElement();
    while (node != null) {
      count += node instanceof Element element && hasId(element, id) ? 1 : 0;
      node = next(node);
    }
    return count;
  }

  private static boolean hasId(Element element, String id) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if ("id".equalsIgnoreCase(attribute.getLocalName()) && id.equals(attribute.getNodeValue())) {
        return true;
      }
    }
    return false;
  }

  /** All signatures of a document, wherever they are. */
  public static List<Element> signatures(Document document) {
    return elements(document, element -> isNamed(element, "Signature"));
  }

  /** All elements of a document of which something is true, wherever they are, in its order. */
  public static List<Element> elements(Document document, Predicate<Element> wanted) {
    List<Element> found = new ArrayList<>();
    Node node = document.getDocumentElement();
    // By siblings and parents: a list of the DOM by name walks the tree once for each question.
    while (node != null) {
      if (node instanceof Element element && wanted.test(element)) {
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
    return isNamed(element, NAMESPACE, name);
  }

  /** Whether an element has a name of a vocabulary. */
  public static boolean isNamed(Element element, String namespace, String name) {
    return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
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
