package uy.pfacturas.signing;

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

  /** A verifier that trusts these certificates. */
  public XmlVerifier(TrustedCertificates trusted) {}

  /** Verifies a document, given as its exact bytes. */
  public Verification verify(byte[] xml) {
    throw new UnsupportedOperationException();
  }
}
