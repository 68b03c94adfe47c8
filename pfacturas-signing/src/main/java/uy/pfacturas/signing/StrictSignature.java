package uy.pfacturas.signing;

import static uy.pfacturas.signing.StrictElement.require;

import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.CanonicalForm;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.provider.Cryptography;

/**
 * The one signature of a document, read without giving its author a choice: every part that decides
 * what is signed must be exactly there, and nothing else. So the bytes that are verified are always
 * those of the whole document.
 */
final class StrictSignature {
  private final Element element;
  private final Element signedInfo;
  private final SignatureAlgorithm algorithm;
  private final byte[] digest;
  private final byte[] value;

  private StrictSignature(
      Element element,
      Element signedInfo,
      SignatureAlgorithm algorithm,
      byte[] digest,
      byte[] value) {
    this.element = element;
    this.signedInfo = signedInfo;
    this.algorithm = algorithm;
    this.digest = digest;
    this.value = value;
  }

  /** Finds and reads it. */
  static StrictSignature of(Document document) throws DefectException {
    StrictElement signature = only(document);
    requireNoObject(signature.element());
    List<StrictElement> parts = signature.parts("SignedInfo", "SignatureValue");
    // No second KeyInfo.
    require(parts.size() <= 3, Defect.SIGNATURE_STRUCTURE, "Signature");
    if (parts.size() == 3) {
      StrictKeyInfo.of(parts.get(2));
    }
    StrictElement signedInfo = parts.get(0);
    List<StrictElement> info = signedInfo.parts("CanonicalizationMethod", "SignatureMethod");
    requireWithoutComments(info.get(0));
    info.get(0)
        .requireAlgorithm("CanonicalizationMethod", CanonicalForm.URI, Defect.CANONICALIZATION);
    SignatureAlgorithm algorithm = algorithm(info.get(1));
    require(info.size() == 3, Defect.REFERENCE_COUNT, Integer.toString(info.size() - 2));
    return new StrictSignature(
        signature.element(),
        signedInfo.element(),
        algorithm,
        digest(info.get(2), algorithm),
        parts.get(1).base64());
  }

  private static StrictElement only(Document document) throws DefectException {
    List<Element> all = Dsig.signatures(document);
    require(!all.isEmpty(), Defect.NO_SIGNATURE, "");
    require(all.size() == 1, Defect.SEVERAL_SIGNATURES, Integer.toString(all.size()));
    Node parent = all.get(0).getParentNode();
    require(parent == document.getDocumentElement(), Defect.SIGNATURE_PLACE, path(parent));
    return new StrictElement(all.get(0));
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

  private static void requireWithoutComments(StrictElement method) throws DefectException {
    boolean isWith = method.algorithm().endsWith("WithComments");
    require(!isWith, Defect.COMMENTS_SIGNED, method.algorithm());
  }

  private static SignatureAlgorithm algorithm(StrictElement method) throws DefectException {
    if (method.algorithm().contains("hmac")) {
      boolean isCut = !Dsig.children(method.element(), "HMACOutputLength").isEmpty();
      throw new DefectException(isCut ? Defect.HMAC_TRUNCATED : Defect.HMAC, method.algorithm());
    }
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.find(method.algorithm())
            .orElseThrow(() -> new DefectException(Defect.SIGNATURE_METHOD, method.algorithm()));
    method.requireAlgorithm("SignatureMethod", algorithm.signatureUri(), Defect.SIGNATURE_METHOD);
    return algorithm;
  }

  private static byte[] digest(StrictElement reference, SignatureAlgorithm algorithm)
      throws DefectException {
    reference.requireName("Reference");
    requireWhole(reference.element());
    List<StrictElement> parts = reference.parts("Transforms", "DigestMethod", "DigestValue");
    require(parts.size() == 3, Defect.SIGNATURE_STRUCTURE, "Reference");
    requireTransforms(parts.get(0).children());
    parts.get(1).requireAlgorithm("DigestMethod", algorithm.digestUri(), Defect.DIGEST_METHOD);
    return parts.get(2).base64();
  }

  /** That a reference is to the whole document; what else it could be to, by kinds of attack. */
  private static void requireWhole(Element reference) throws DefectException {
    String uri = reference.getAttributeNS(null, "URI");
    boolean isManifest = reference.getAttributeNS(null, "Type").endsWith("#Manifest");
    require(!isManifest, Defect.MANIFEST, uri);
    // Without any URI it would be left to the application what is meant.
    require(reference.hasAttributeNS(null, "URI"), Defect.REFERENCE_WITHOUT_URI, "");
    require(!uri.startsWith("#xpointer("), Defect.REFERENCE_XPOINTER, uri);
    require(uri.isEmpty() || uri.startsWith("#"), Defect.REFERENCE_ELSEWHERE, uri);
    boolean isAmbiguous = !uri.isEmpty() && Dsig.countById(reference, uri.substring(1)) > 1;
    require(!isAmbiguous, Defect.REFERENCE_AMBIGUOUS, uri);
    require(uri.isEmpty(), Defect.REFERENCE_URI, uri);
  }

  /** Enveloped-signature, and then the canonical form that would be the default anyhow. */
  private static void requireTransforms(List<StrictElement> transforms) throws DefectException {
    for (StrictElement transform : transforms) {
      String algorithm = transform.algorithm();
      boolean isXpath = algorithm.contains("REC-xpath") || algorithm.contains("xmldsig-filter2");
      require(!isXpath, Defect.TRANSFORM_XPATH, algorithm);
      require(!algorithm.contains("REC-xslt"), Defect.TRANSFORM_XSLT, algorithm);
      requireWithoutComments(transform);
    }
    int count = transforms.size();
    require(count == 1 || count == 2, Defect.TRANSFORMS, Integer.toString(count));
    transforms.get(0).requireAlgorithm("Transform", Dsig.ENVELOPED, Defect.TRANSFORMS);
    if (count == 2) {
      transforms.get(1).requireAlgorithm("Transform", CanonicalForm.URI, Defect.TRANSFORMS);
    }
  }

  /** The algorithm of signature and digest. */
  SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The digest of the document as it is now. */
  byte[] digestOf(Document document) throws RefusedXmlException {
    return algorithm.digest(CanonicalForm.without(document, element));
  }

  /** Whether this is the digest that was signed. */
  boolean isDigest(byte[] candidate) {
    return MessageDigest.isEqual(candidate, digest);
  }

  /** What the signature value is made over. */
  byte[] signedBytes() throws RefusedXmlException {
    return CanonicalForm.of(signedInfo);
  }

  /** Whether the owner of a key signed bytes so. By the key alone: its use is a matter of trust. */
  boolean isSignedBy(PublicKey key, byte[] signedBytes, Cryptography cryptography) {
    return cryptography.isSignature(algorithm, value, signedBytes, key);
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
