package uy.pfacturas.cli.wiring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.signing.certificate.Validity;

/**
 * What people are told of the dates of the station's own certificate: from 60 days before its end,
 * and when it does not sign.
 *
 * @param validity of the certificate
 * @param zone of the dates that they are told
 * @param messages their language
 */
public record CertificateNotice(Validity validity, ZoneId zone, Messages messages) {
  /** The notice at a moment; empty where all is well. */
  public Optional<String> at(Instant moment) {
    return switch (validity.at(moment)) {
      case IN_FORCE -> Optional.empty();
      case NOT_YET -> Optional.of(messages.get("certificado.todavia", day(validity.notBefore())));
      case ENDING ->
          Optional.of(
              messages.get(
                  "certificado.pronto", validity.daysLeft(moment), day(validity.notAfter())));
      case EXPIRED -> Optional.of(messages.get("certificado.vencido", day(validity.notAfter())));
    };
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
