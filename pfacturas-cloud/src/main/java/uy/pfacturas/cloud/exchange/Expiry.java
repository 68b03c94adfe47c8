package uy.pfacturas.cloud.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Station;

/**
 * A number whose CAE has ended before anybody signed: it is never signed, the document gets another
 * (protocol S5). A number that came with its file stays: our rules refuse a document whose CAE has
 * ended, and the ERP gives it another number.
 */
record Expiry(Station station, Clock clock) {
  /** The step to another number; empty while this one may be signed. */
  Optional<Step> renumber(Documento doc) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    boolean isFromFile = doc.isPapel() || doc.numeroErp().isPresent();
    if (isFromFile || !doc.cae().orElseThrow().vence().isBefore(today)) {
      return Optional.empty();
    }
    return Optional.of(
        station
            .renumerar(doc.id(), doc.numero().orElseThrow())
            .<Step>map(next -> new Step.Moved(next, Optional.empty()))
            .orElseGet(Step.Dropped::new));
  }
}
