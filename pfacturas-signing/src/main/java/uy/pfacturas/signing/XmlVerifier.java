package uy.pfacturas.signing;

import java.security.cert.X509Certificate;
import java.util.Base64;
import org.w3c.dom.Document;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.XmlParser;

/**
 * Verifies the signature of a document against what it says and whom we trust. Strict: exactly one
 * signature, child of the root, over the whole document, by the few algorithms of {@link
 * SignatureAlgorithm}; everything else is refused with a {@link Defect} of its own. Safe for any
 * number of threads; repeatable.
 *
 * <p>Dates are not judged: whether the certificate was in force when the document was signed is
 * asked with {@link Verification.Valid#wasInForce}, by whoever knows the moment.
 */
public final class XmlVerifier {
  /** The largest document that is signed or verified, in bytes. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  private final XmlParser parser = new XmlParser(MAX_BYTES);
  private final TrustedCertificates trusted;

  /** A verifier that trusts these certificates. */
  public XmlVerifier(TrustedCertificates trusted) {
    this.trusted = trusted;
  }

  /** Verifies a document, given as its exact bytes. */
  public Verification verify(byte[] xml) {
    try {
      return valid(parser.parse(xml));
    } catch (RefusedXmlException e) {
      return new Verification.Invalid(Defect.of(e.refusal()), e.detail());
    } catch (DefectException e) {
      return e.toInvalid();
    }
  }

  private Verification valid(Document document) throws DefectException, RefusedXmlException {
    StrictSignature signature = StrictSignature.of(document);
    byte[] digest = signature.digestOf(document);
    if (!signature.isDigest(digest)) {
      throw new DefectException(Defect.DIGEST_MISMATCH, "");
    }
    Signers signers = Signers.of(signature, trusted);
    byte[] signed = signature.signedBytes();
    X509Certificate signer =
        signers.candidates().stream()
            .filter(candidate -> signature.isSignedBy(candidate.getPublicKey(), signed))
            .findFirst()
            .orElseThrow(() -> new DefectException(Defect.SIGNATURE_MISMATCH, ""));
    return new Verification.Valid(
        Base64.getEncoder().encodeToString(digest),
        signer,
        signature.algorithm(),
        new TrustCheck(trusted).of(signer, signers.all()));
  }
}
