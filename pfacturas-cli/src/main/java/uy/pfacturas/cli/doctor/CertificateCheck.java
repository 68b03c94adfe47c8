package uy.pfacturas.cli.doctor;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uy.pfacturas.cli.validation.Holder;
import uy.pfacturas.signing.certificate.Validity;

/**
 * How long a certificate is still in force; a warning from 60 days before its end.
 *
 * @param certificate which
 * @param clock today
 */
public record CertificateCheck(X509Certificate certificate, Clock clock) implements Check {
  @Override
  public List<Finding> look() {
    Validity validity = Validity.of(certificate);
    Instant now = clock.instant();
    String name = Holder.name(certificate);
    return List.of(
        switch (validity.at(now)) {
          case NOT_YET -> Finding.fault("certificado_todavia", name, validity.notBefore());
          case IN_FORCE -> Finding.ok("certificado", name, validity.daysLeft(now));
          case ENDING -> Finding.warning("certificado_pronto", name, validity.daysLeft(now));
          case EXPIRED -> Finding.fault("certificado_vencido", name, validity.notAfter());
        });
  }
}
