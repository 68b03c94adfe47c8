package uy.pfacturas.signing;

import static uy.pfacturas.signing.StrictElement.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.Wss;

/**
 * A SOAP 1.1 message whose Body is where a reader of the message looks for it, and is the only
 * element with its Id: so that what is read is what a signature by Id is over.
 */
record SoapMessage(Element header, Element body) {

  static SoapMessage of(Document document) throws DefectException {
    StrictElement root = new StrictElement(document.getDocumentElement());
    requireSoap(root, "Envelope");
    List<StrictElement> parts = root.children();
    require(parts.size() >= 2, Defect.SOAP_STRUCTURE, "Envelope");
    requireSoap(parts.get(0), "Header");
    requireSoap(parts.get(1), "Body");
    int bodies = Dsig.elements(document, e -> Dsig.isNamed(e, Wss.SOAP, "Body")).size();
    require(bodies == 1, Defect.BODY_PLACE, Integer.toString(bodies));
    require(parts.size() == 2, Defect.SOAP_STRUCTURE, "Envelope");
    SoapMessage message = new SoapMessage(parts.get(0).element(), parts.get(1).element());
    require(!message.bodyId().isEmpty(), Defect.BODY_WITHOUT_ID, "");
    requireOneOfEachId(document);
    return message;
  }

  private static void requireSoap(StrictElement element, String name) throws DefectException {
    boolean isThis = Dsig.isNamed(element.element(), Wss.SOAP, name);
    require(isThis, Defect.SOAP_STRUCTURE, element.element().getNodeName());
  }

  private static void requireOneOfEachId(Document document) throws DefectException {
    Set<String> seen = new HashSet<>();
    for (Element element : Dsig.elements(document, e -> e.hasAttributes())) {
      // One element may bear its Id in two notations.
      for (String id : Wss.ids(element).distinct().toList()) {
        require(seen.add(id), Defect.DUPLICATE_ID, id);
      }
    }
  }

  /** The wsu:Id of the Body. */
  String bodyId() {
    return Wss.id(body);
  }
}
