package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Numeracion;

/** Takes numbers from the blocks in stock, within one change of the store. */
final class Stock {
  /** The station's clock may be behind the cloud's; a number is not taken so near to its end. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final Book book;
  private final Clock clock;

  Stock(Book book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** The next number of this type; empty if there is none. */
  Optional<Bloques.Toma> tomar(TipoCfe tipo) {
    Optional<Bloques.Toma> toma = vigentes(tipo, Numeracion.PROGRAMA).tomar();
    toma.ifPresent(t -> book.put(tipo, Numeracion.PROGRAMA, t.quedan()));
    return toma;
  }

  /** This number, which the ERP chose; empty if it is not in stock. */
  Optional<Bloques.Toma> tomar(Numero numero) {
    Optional<Bloques.Toma> toma = vigentes(numero.tipo(), Numeracion.ERP).tomar(numero);
    toma.ifPresent(t -> book.put(numero.tipo(), Numeracion.ERP, t.quedan()));
    return toma;
  }

  /** The blocks that may still sign; what the others have left goes to the unused list (§7). */
  Bloques vigentes(TipoCfe tipo, Numeracion numeracion) {
    Bloques all = book.bloques(tipo, numeracion);
    Bloques valid = all.vigentes(hoy());
    if (!valid.equals(all)) {
      all.abiertos().stream()
          .filter(b -> !valid.abiertos().contains(b))
          .forEach(b -> book.unused(b.rango()));
      book.decide("cerrado", tipo, numeracion, valid);
    }
    return valid;
  }

  private LocalDate hoy() {
    return clock.instant().plus(MARGIN).atZone(clock.getZone()).toLocalDate();
  }
}
