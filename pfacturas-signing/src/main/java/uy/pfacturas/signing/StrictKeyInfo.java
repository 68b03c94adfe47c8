package uy.pfacturas.signing;

import static uy.pfacturas.signing.StrictElement.require;

import java.util.Set;
import org.w3c.dom.Element;
import uy.pfacturas.signing.internal.Dsig;

/**
 * What a signature may say of its key. Nobody signs it: whatever stood in it beside keys and
 * certificates would be in the document without being of the document.
 */
final class StrictKeyInfo {
  private static final Set<String> KEYS = Set.of("X509Data", "KeyValue", "KeyName");
  private static final Set<String> ELSEWHERE = Set.of("RetrievalMethod", "KeyInfoReference");

  private StrictKeyInfo() {}

  /** Reads the third part of a signature. */
  static void of(StrictElement keyInfo) throws DefectException {
    keyInfo.requireName("KeyInfo");
    for (StrictElement part : keyInfo.children()) {
      String name = part.element().getLocalName();
      require(!ELSEWHERE.contains(name), Defect.KEY_ELSEWHERE, name);
      require(KEYS.contains(name), Defect.KEY_INFO_CONTENT, name);
    }
    requireOwn(keyInfo.element());
  }

  /** Elements of the vocabulary alone, however deep. */
  private static void requireOwn(Element parent) throws DefectException {
    for (Element child : Dsig.children(parent)) {
      boolean isOwn = Dsig.NAMESPACE.equals(child.getNamespaceURI());
      require(isOwn, Defect.KEY_INFO_CONTENT, child.getNodeName());
      requireOwn(child);
    }
  }
}
