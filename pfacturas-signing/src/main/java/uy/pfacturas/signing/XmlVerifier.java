package uy.pfacturas.signing;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.w3c.dom.Document;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.XmlParser;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.trust.Chains;
import uy.pfacturas.signing.trust.TrustedCertificates;

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
  private final Chains chains;
  private final Cryptography cryptography;

  /** A verifier that trusts these certificates. */
  public XmlVerifier(TrustedCertificates trusted) {
    this(trusted, Cryptography.jdk());
  }

  /** A verifier that trusts these certificates, and verifies by this cryptography. */
  public XmlVerifier(TrustedCertificates trusted, Cryptography cryptography) {
    this.trusted = trusted;
    this.chains = new Chains(trusted);
    this.cryptography = cryptography;
  }

  /** Verifies a document, given as its exact bytes. */
  public Verification verify(byte[] xml) {
    return verify(xml, List.of());
  }

  /**
   * Verifies a document that came with certificates beside it, as in a sobre.
   *
   * @param beside certificates that the signature may name by issuer and serial number; not trusted
   *     for that
   */
  public Verification verify(byte[] xml, Collection<X509Certificate> beside) {
    try {
      return valid(parser.parse(xml), beside);
    } catch (RefusedXmlException e) {
      return new Verification.Invalid(Defect.of(e.refusal()), e.detail());
    } catch (DefectException e) {
      return e.toInvalid();
    }
  }

  private Verification valid(Document document, Collection<X509Certificate> beside)
      throws DefectException, RefusedXmlException {
    StrictSignature signature = StrictSignature.of(document);
    StrictElement.requireWholeTexts(document);
    signature.requireDigest(document);
    return signature.signedBy(Signers.of(signature, trusted, beside), chains, cryptography);
  }
}
