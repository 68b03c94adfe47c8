package uy.pfacturas.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a certificate is still in force.
 *
 * @param name which certificate, for a person
 * @param notAfter its end
 * @param clock today
 */
public record CertificateCheck(String name, Instant notAfter, Clock clock) implements Check {
  private static final long SOON_DAYS = 30;

  @Override
  public List<Finding> look() {
    Duration left = Duration.between(clock.instant(), notAfter);
    long days = left.toDays();
    if (left.isNegative()) {
      return List.of(Finding.fault("certificado_vencido", name, notAfter));
    }
    return List.of(
        days < SOON_DAYS
            ? Finding.warning("certificado_pronto", name, days)
            : Finding.ok("certificado", name, days));
  }
}
