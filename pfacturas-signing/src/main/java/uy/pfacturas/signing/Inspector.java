package uy.pfacturas.signing;

import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.signing.revocation.Revocations;
import uy.pfacturas.signing.trust.Answer;
import uy.pfacturas.signing.trust.Aspect;
import uy.pfacturas.signing.trust.Check;
import uy.pfacturas.signing.trust.Expected;
import uy.pfacturas.signing.trust.Finding;
import uy.pfacturas.signing.trust.SignerChecks;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * Verifies a document and asks everything about its signer that can be asked: for people who want
 * to know, where {@link XmlVerifier} is for programs that decide. Safe for any number of threads.
 */
public final class Inspector {
  private final XmlVerifier verifier;
  private final SignerChecks signers;

  /**
   * An inspector that trusts these certificates.
   *
   * @param online by which authorities are asked about revocation; empty: they are not
   */
  public Inspector(TrustedCertificates trusted, Optional<Revocations> online) {
    this.verifier = new XmlVerifier(trusted);
    this.signers = new SignerChecks(trusted, online);
  }

  /**
   * Inspects a document.
   *
   * @param xml its exact bytes
   * @param expected what it says of its signature
   */
  public Inspection inspect(byte[] xml, Expected expected) {
    Verification found = verifier.verify(xml, expected.certificate().stream().toList());
    return new Inspection(
        found, found.match(valid -> checks(valid, expected), Inspector::signature));
  }

  private List<Check> checks(Verification.Valid valid, Expected expected) {
    List<Check> checks = new ArrayList<>();
    checks.add(Finding.SIGNED.with());
    int bits = ((RSAPublicKey) valid.certificate().getPublicKey()).getModulus().bitLength();
    checks.add(Finding.RSA.with(valid.algorithm().hash(), bits));
    checks.addAll(signers.of(valid.certificate(), valid.links(), expected));
    return checks;
  }

  private static List<Check> signature(Verification.Invalid invalid) {
    return List.of(Check.of(Aspect.SIGNATURE, Answer.NO, invalid.code(), invalid.reason()));
  }
}
