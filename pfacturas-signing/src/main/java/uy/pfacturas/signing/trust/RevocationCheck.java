package uy.pfacturas.signing.trust;

import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.signing.certificate.Subject;
import uy.pfacturas.signing.revocation.Revocation;
import uy.pfacturas.signing.revocation.Revocations;

/** Whether a signer, or an authority above him, was revoked at the time of signing. */
record RevocationCheck(Optional<Revocations> online) {
  /** Somebody else may have signed, and have written any time into the document. */
  private static final Set<CRLReason> COMPROMISED =
      EnumSet.of(CRLReason.KEY_COMPROMISE, CRLReason.CA_COMPROMISE, CRLReason.AA_COMPROMISE);

  /**
   * Asks about every certificate of a chain but the one that is trusted. The worst is told: a no
   * before what is not known, that before a yes; among equals the one nearest to the signer.
   */
  Check of(Optional<Chain> chain, Optional<Instant> moment) {
    if (online.isEmpty()) {
      return Finding.OFFLINE.with();
    } else if (chain.isEmpty()) {
      return Finding.NOT_ASKED.with();
    }
    List<X509Certificate> certificates = chain.get().certificates();
    if (certificates.size() == 1) {
      return Finding.NO_AUTHORITY.with();
    }
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i + 1 < certificates.size(); i++) {
      X509Certificate certificate = certificates.get(i);
      Revocation found = online.get().of(certificate, certificates.get(i + 1));
      checks.add(check(certificate, found, moment));
    }
    return worst(checks);
  }

  private static Check worst(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.answer() == Answer.NO)
        .findFirst()
        .or(() -> checks.stream().filter(c -> c.answer() == Answer.NOT_CHECKED).findFirst())
        .or(() -> checks.stream().filter(RevocationCheck::isRevoked).findFirst())
        .orElseGet(() -> checks.get(0));
  }

  private static boolean isRevoked(Check check) {
    return check.code().equals(Finding.REVOKED_AFTER.code());
  }

  private static Check check(
      X509Certificate certificate, Revocation found, Optional<Instant> moment) {
    return found.match(
        good -> Finding.NOT_REVOKED.with(good.source(), good.asOf()),
        revoked -> revoked(certificate, revoked, moment),
        unknown ->
            Check.of(
                Aspect.REVOCATION,
                Answer.NOT_CHECKED,
                unknown.doubt().code(),
                unknown.data().toArray()));
  }

  private static Check revoked(
      X509Certificate certificate, Revocation.Revoked revoked, Optional<Instant> moment) {
    String whose = Subject.of(certificate).distinguishedName();
    if (moment.isEmpty()) {
      return Finding.REVOKED.with(whose, revoked.when(), revoked.reason());
    }
    Finding finding =
        !moment.get().isBefore(revoked.when())
            ? Finding.REVOKED_BEFORE
            : COMPROMISED.contains(revoked.reason())
                ? Finding.COMPROMISED_AFTER
                : Finding.REVOKED_AFTER;
    return finding.with(whose, revoked.when(), revoked.reason(), moment.get());
  }
}
