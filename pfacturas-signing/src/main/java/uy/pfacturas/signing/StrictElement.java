package uy.pfacturas.signing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import uy.pfacturas.signing.internal.Dsig;

/** A part of a signature, read so that whatever is not expected is a defect. */
record StrictElement(Element element) {

  static void require(boolean condition, Defect defect, String reason) throws DefectException {
    if (!condition) {
      throw new DefectException(defect, reason);
    }
  }

  /** That no text of a document is broken by a comment, which some readers take for its end. */
  static void requireWholeTexts(Document document) throws DefectException {
    Optional<Comment> comment = Dsig.commentInText(document);
    if (comment.isPresent()) {
      String where = comment.get().getParentNode().getNodeName();
      throw new DefectException(Defect.COMMENT_IN_TEXT, where);
    }
  }

  void requireName(String name) throws DefectException {
    requireName(Dsig.NAMESPACE, name);
  }

  void requireName(String namespace, String name) throws DefectException {
    require(Dsig.isNamed(element, namespace, name), Defect.SIGNATURE_STRUCTURE, name);
  }

  /** An element that names an algorithm and gives it no parameters. */
  void requireAlgorithm(String name, String uri, Defect defect) throws DefectException {
    requireName(name);
    require(algorithm().equals(uri), defect, algorithm());
    require(children().isEmpty(), defect, name);
  }

  String algorithm() {
    return element.getAttributeNS(null, "Algorithm");
  }

  /** The elements inside; between them there must be nothing but white space and comments. */
  List<StrictElement> children() throws DefectException {
    List<StrictElement> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element part) {
        children.add(new StrictElement(part));
      }
      boolean isText = child instanceof Text text && !text.getData().isBlank();
      require(!isText, Defect.SIGNATURE_STRUCTURE, element.getLocalName());
    }
    return children;
  }

  /** The elements inside, which must have these names in this order; further ones may follow. */
  List<StrictElement> parts(String... names) throws DefectException {
    List<StrictElement> children = children();
    require(children.size() >= names.length, Defect.SIGNATURE_STRUCTURE, element.getLocalName());
    for (int i = 0; i < names.length; i++) {
      children.get(i).requireName(names[i]);
    }
    return children;
  }

  /** The bytes that the text inside stands for. */
  byte[] base64() throws DefectException {
    String name = element.getLocalName();
    require(Dsig.children(element).isEmpty(), Defect.SIGNATURE_STRUCTURE, name);
    try {
      return Base64.getDecoder().decode(element.getTextContent().replaceAll("[ \t\r\n]", ""));
    } catch (IllegalArgumentException e) {
      throw new DefectException(Defect.BASE64, name);
    }
  }
}
