package uy.pfacturas.signing.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate and those that vouch for it.
 *
 * @param certificates from the signer's to the one that is trusted; the same one if a signer is
 *     trusted himself
 */
public record Chain(List<X509Certificate> certificates) {
  public Chain {
    certificates = List.copyOf(certificates);
  }

  /** The certificate that is trusted. */
  public X509Certificate anchor() {
    return certificates.get(certificates.size() - 1);
  }

  /** Whether every certificate in it was in force at a moment, both ends included. */
  boolean wasInForce(Instant moment) {
    return certificates.stream()
        .allMatch(
            c ->
                !moment.isBefore(c.getNotBefore().toInstant())
                    && !moment.isAfter(c.getNotAfter().toInstant()));
  }
}
