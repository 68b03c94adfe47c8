package uy.pfacturas.signing;

import static uy.pfacturas.signing.StrictElement.require;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import uy.pfacturas.signing.internal.CanonicalForm;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.trust.Chains;

/**
 * The one signature of a document, read without giving its author a choice: every part that decides
 * what is signed must be exactly there, and nothing else. So the bytes that are verified are always
 * those of the whole document.
 */
final class StrictSignature {
  private final Element element;
  private final StrictSignedInfo signedInfo;
  private final byte[] value;

  private StrictSignature(Element element, StrictSignedInfo signedInfo, byte[] value) {
    this.element = element;
    this.signedInfo = signedInfo;
    this.value = value;
  }

  /** Finds and reads it. */
  static StrictSignature of(Document document) throws DefectException {
    Element element = only(document);
    Node parent = element.getParentNode();
    require(parent == document.getDocumentElement(), Defect.SIGNATURE_PLACE, path(parent));
    requireNoObject(element);
    List<StrictElement> parts = new StrictElement(element).parts("SignedInfo", "SignatureValue");
    // No second KeyInfo.
    require(parts.size() <= 3, Defect.SIGNATURE_STRUCTURE, "Signature");
    if (parts.size() == 3) {
      StrictKeyInfo.of(parts.get(2));
    }
    return new StrictSignature(
        element, StrictSignedInfo.of(parts.get(0), SignedForm.DOCUMENT), parts.get(1).base64());
  }

  /** The only signature of a document, wherever it is. */
  static Element only(Document document) throws DefectException {
    List<Element> all = Dsig.signatures(document);
    require(!all.isEmpty(), Defect.NO_SIGNATURE, "");
    require(all.size() == 1, Defect.SEVERAL_SIGNATURES, Integer.toString(all.size()));
    return all.get(0);
  }

  private static String path(Node node) {
    String name = String.valueOf(node.getNodeName());
    return node.getParentNode() instanceof Element above ? path(above) + "/" + name : name;
  }

  /** Nothing in a signature but the signature: an Object could be what is signed. */
  private static void requireNoObject(Element signature) throws DefectException {
    for (Element object : Dsig.children(signature, "Object")) {
      boolean isManifest = !Dsig.children(object, "Manifest").isEmpty();
      throw new DefectException(isManifest ? Defect.MANIFEST : Defect.OBJECT, "");
    }
  }

  /** That it is of the document as it is now. */
  void requireDigest(Document document) throws DefectException, RefusedXmlException {
    signedInfo.requireDigest(CanonicalForm.without(document, element));
  }

  /** Who of these made it. */
  Verification.Valid signedBy(Signers signers, Chains chains, Cryptography cryptography)
      throws DefectException, RefusedXmlException {
    return signedInfo.signedBy(value, signers, chains, cryptography);
  }

  /** The certificates in the signature, encoded, in its order. */
  List<byte[]> certificates() throws DefectException {
    List<byte[]> certificates = new ArrayList<>();
    for (Element certificate : x509("X509Certificate")) {
      certificates.add(new StrictElement(certificate).base64());
    }
    return certificates;
  }

  /** Whether it brings a bare key. */
  boolean hasBareKey() {
    return Dsig.children(element, "KeyInfo").stream()
        .anyMatch(keyInfo -> !Dsig.children(keyInfo, "KeyValue").isEmpty());
  }

  /** The issuers and serial numbers in the signature. */
  List<IssuerSerial> issuerSerials() {
    return x509("X509IssuerSerial").stream()
        .flatMap(element -> IssuerSerial.find(element).stream())
        .toList();
  }

  private List<Element> x509(String name) {
    return Dsig.children(element, "KeyInfo").stream()
        .flatMap(keyInfo -> Dsig.children(keyInfo, "X509Data").stream())
        .flatMap(data -> Dsig.children(data, name).stream())
        .toList();
  }
}
