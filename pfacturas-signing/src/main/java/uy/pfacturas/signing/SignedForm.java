package uy.pfacturas.signing;

import java.util.List;
import org.w3c.dom.Element;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.CanonicalForm;
import uy.pfacturas.signing.internal.Dsig;

/**
 * What a signature is over, and in which canonical form: the one form that we write and the one
 * that we take.
 *
 * @param canonicalization of what is signed, {@code SignedInfo}
 * @param uri of the only reference
 * @param transforms of the referenced, in their order
 */
record SignedForm(String canonicalization, String uri, List<String> transforms) {
  /** The whole document that the signature is in. */
  static final SignedForm DOCUMENT =
      new SignedForm(CanonicalForm.URI, "", List.of(Dsig.ENVELOPED, CanonicalForm.URI));

  /** The element with an Id, in the exclusive form: it may be moved into another envelope. */
  static SignedForm element(String id) {
    return new SignedForm(
        CanonicalForm.EXCLUSIVE_URI, "#" + id, List.of(CanonicalForm.EXCLUSIVE_URI));
  }

  /** Writes what is signed: one reference with the digest of the referenced. */
  Element append(Element signature, SignatureAlgorithm algorithm, String digest) {
    Element signedInfo = Dsig.append(signature, "SignedInfo");
    Dsig.appendAlgorithm(signedInfo, "CanonicalizationMethod", canonicalization);
    Dsig.appendAlgorithm(signedInfo, "SignatureMethod", algorithm.signatureUri());
    Element reference = Dsig.append(signedInfo, "Reference");
    reference.setAttributeNS(null, "URI", uri);
    Element list = Dsig.append(reference, "Transforms");
    transforms.forEach(transform -> Dsig.appendAlgorithm(list, "Transform", transform));
    Dsig.appendAlgorithm(reference, "DigestMethod", algorithm.digestUri());
    Dsig.appendText(reference, "DigestValue", digest);
    return signedInfo;
  }
}
