package uy.pfacturas.signing.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.signing.certificate.Subject;
import uy.pfacturas.signing.revocation.Revocations;

/**
 * Asks of a signer all that is asked beside the signature itself. Judged is the time of signing,
 * never now. Safe for any number of threads.
 */
public final class SignerChecks {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  private final TrustedCertificates trusted;
  private final Chains chains;
  private final RevocationCheck revocation;

  /**
   * Checks against these certificates.
   *
   * @param online by which authorities are asked about revocation; empty: they are not
   */
  public SignerChecks(TrustedCertificates trusted, Optional<Revocations> online) {
    this.trusted = trusted;
    this.chains = new Chains(trusted);
    this.revocation = new RevocationCheck(online);
  }

  /**
   * Every check of a signer, in the order of {@link Aspect} from {@link Aspect#CHAIN} on; {@link
   * Aspect#CERTIFICATE} only where one was announced.
   *
   * @param links certificates that may link the signer to an authority, not trusted for that
   */
  public List<Check> of(X509Certificate signer, List<X509Certificate> links, Expected expected) {
    Optional<Chain> chain = chains.find(signer, links, judged(signer, expected.moment()));
    List<Check> checks = new ArrayList<>();
    checks.add(trust(signer, chain));
    checks.add(validity(signer, expected.moment()));
    checks.add(usage(signer));
    checks.add(ruc(signer, expected.ruc()));
    expected.certificate().ifPresent(announced -> checks.add(same(signer, announced)));
    checks.add(revocation.of(chain, expected.moment()));
    return List.copyOf(checks);
  }

  /** The time of signing; where the certificate was not in force then, its first moment. */
  private static Instant judged(X509Certificate signer, Optional<Instant> moment) {
    return moment
        .filter(new Chain(List.of(signer))::wasInForce)
        .orElseGet(signer.getNotBefore()::toInstant);
  }

  private Check trust(X509Certificate signer, Optional<Chain> chain) {
    if (trusted.authorities().isEmpty()) {
      return Finding.TRUST_NOT_SAID.with();
    }
    return chain
        .map(c -> Finding.TRUSTED.with(name(c.anchor())))
        .orElseGet(() -> Finding.UNTRUSTED.with(signer.getIssuerX500Principal().getName()));
  }

  private static Check validity(X509Certificate signer, Optional<Instant> moment) {
    if (moment.isEmpty()) {
      return Finding.TIME_NOT_SAID.with();
    }
    return new Chain(List.of(signer)).wasInForce(moment.get())
        ? Finding.IN_FORCE.with(moment.get())
        : Finding.NOT_IN_FORCE.with(
            signer.getNotBefore().toInstant(), signer.getNotAfter().toInstant(), moment.get());
  }

  private static Check usage(X509Certificate signer) {
    boolean[] usage = signer.getKeyUsage();
    if (usage == null) {
      return Finding.FOR_ANYTHING.with();
    }
    return usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION]
        ? Finding.FOR_SIGNING.with()
        : Finding.NOT_FOR_SIGNING.with();
  }

  private static Check ruc(X509Certificate signer, Optional<String> expected) {
    Optional<String> own = Subject.of(signer).ruc();
    if (expected.isEmpty()) {
      return Finding.RUC_NOT_SAID.with(own.orElse("-"));
    } else if (own.isEmpty()) {
      return Finding.RUC_ABSENT.with(expected.get());
    }
    return own.equals(expected)
        ? Finding.RUC_SAME.with(own.get())
        : Finding.RUC_OTHER.with(own.get(), expected.get());
  }

  private static Check same(X509Certificate signer, X509Certificate announced) {
    return signer.equals(announced)
        ? Finding.ANNOUNCED.with()
        : Finding.NOT_ANNOUNCED.with(signer.getSerialNumber(), announced.getSerialNumber());
  }

  private static String name(X509Certificate certificate) {
    return Subject.of(certificate).distinguishedName();
  }
}
