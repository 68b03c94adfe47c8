package uy.pfacturas.signing;

import static uy.pfacturas.signing.StrictElement.require;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.CanonicalForm;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.trust.Chains;

/**
 * What is signed, read without giving its author a choice: only the one {@link SignedForm} that is
 * expected.
 */
final class StrictSignedInfo {
  private final StrictElement element;
  private final SignedForm form;
  private final SignatureAlgorithm algorithm;
  private final byte[] digest;

  private StrictSignedInfo(
      StrictElement element, SignedForm form, SignatureAlgorithm algorithm, byte[] digest) {
    this.element = element;
    this.form = form;
    this.algorithm = algorithm;
    this.digest = digest;
  }

  static StrictSignedInfo of(StrictElement signedInfo, SignedForm form) throws DefectException {
    List<StrictElement> parts = signedInfo.parts("CanonicalizationMethod", "SignatureMethod");
    StrictElement method = parts.get(0);
    requireWithoutComments(method);
    method.requireAlgorithm(
        "CanonicalizationMethod", form.canonicalization(), Defect.CANONICALIZATION);
    SignatureAlgorithm algorithm = algorithm(parts.get(1));
    require(parts.size() == 3, Defect.REFERENCE_COUNT, Integer.toString(parts.size() - 2));
    return new StrictSignedInfo(signedInfo, form, algorithm, digest(parts.get(2), form, algorithm));
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

  private static byte[] digest(
      StrictElement reference, SignedForm form, SignatureAlgorithm algorithm)
      throws DefectException {
    reference.requireName("Reference");
    requireTarget(reference.element(), form.uri());
    List<StrictElement> parts = reference.parts("Transforms", "DigestMethod", "DigestValue");
    require(parts.size() == 3, Defect.SIGNATURE_STRUCTURE, "Reference");
    requireTransforms(parts.get(0).children(), form.transforms());
    parts.get(1).requireAlgorithm("DigestMethod", algorithm.digestUri(), Defect.DIGEST_METHOD);
    return parts.get(2).base64();
  }

  /** That a reference is to what is expected; what else it could be to, by kinds of attack. */
  private static void requireTarget(Element reference, String expected) throws DefectException {
    String uri = reference.getAttributeNS(null, "URI");
    boolean isManifest = reference.getAttributeNS(null, "Type").endsWith("#Manifest");
    require(!isManifest, Defect.MANIFEST, uri);
    // Without any URI it would be left to the application what is meant.
    require(reference.hasAttributeNS(null, "URI"), Defect.REFERENCE_WITHOUT_URI, "");
    require(!uri.startsWith("#xpointer("), Defect.REFERENCE_XPOINTER, uri);
    require(uri.isEmpty() || uri.startsWith("#"), Defect.REFERENCE_ELSEWHERE, uri);
    boolean isAmbiguous = !uri.isEmpty() && Dsig.countById(reference, uri.substring(1)) > 1;
    require(!isAmbiguous, Defect.REFERENCE_AMBIGUOUS, uri);
    require(uri.equals(expected), Defect.REFERENCE_URI, uri);
  }

  /** The expected ones; at the end the inclusive form may lack, which is the default anyhow. */
  private static void requireTransforms(List<StrictElement> transforms, List<String> expected)
      throws DefectException {
    for (StrictElement transform : transforms) {
      String algorithm = transform.algorithm();
      boolean isXpath = algorithm.contains("REC-xpath") || algorithm.contains("xmldsig-filter2");
      require(!isXpath, Defect.TRANSFORM_XPATH, algorithm);
      require(!algorithm.contains("REC-xslt"), Defect.TRANSFORM_XSLT, algorithm);
      requireWithoutComments(transform);
    }
    int count = transforms.size();
    boolean isDefault =
        count > 0 && count == expected.size() - 1 && expected.get(count).equals(CanonicalForm.URI);
    require(count == expected.size() || isDefault, Defect.TRANSFORMS, Integer.toString(count));
    for (int i = 0; i < count; i++) {
      transforms.get(i).requireAlgorithm("Transform", expected.get(i), Defect.TRANSFORMS);
    }
  }

  /** That these bytes are those of which the digest was signed. */
  void requireDigest(byte[] canonical) throws DefectException {
    boolean isSame = MessageDigest.isEqual(algorithm.digest(canonical), digest);
    require(isSame, Defect.DIGEST_MISMATCH, "");
  }

  /**
   * The signature, by the first of the candidates who made it. By the key alone: its use is a
   * matter of trust.
   */
  Verification.Valid signedBy(
      byte[] value, Signers signers, Chains chains, Cryptography cryptography)
      throws DefectException, RefusedXmlException {
    byte[] signed =
        form.canonicalization().equals(CanonicalForm.EXCLUSIVE_URI)
            ? CanonicalForm.alone(element.element())
            : CanonicalForm.of(element.element());
    X509Certificate signer =
        signers.candidates().stream()
            .filter(
                candidate ->
                    cryptography.isSignature(algorithm, value, signed, candidate.getPublicKey()))
            .findFirst()
            .orElseThrow(() -> new DefectException(Defect.SIGNATURE_MISMATCH, ""));
    return new Verification.Valid(
        Base64.getEncoder().encodeToString(digest),
        signer,
        algorithm,
        chains.of(signer, signers.all()),
        signers.all());
  }
}
