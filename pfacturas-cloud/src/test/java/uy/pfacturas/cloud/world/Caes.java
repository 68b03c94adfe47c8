package uy.pfacturas.cloud.world;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.TipoCfe;

/** The company's authorisations: of each type one that ends in three days, and one that lasts. */
final class Caes {
  private static final LocalDate LAST = LocalDate.of(2031, 12, 31);

  private final Time time;
  private final LocalDate soon;

  Caes(Time time) {
    this.time = time;
    this.soon = time.today().plusDays(3);
  }

  /** The one under which numbers are given today. */
  Cae valid(TipoCfe tipo) {
    return time.today().isBefore(soon) ? cae(tipo, "A") : cae(tipo, "B");
  }

  Cae of(String key) {
    String[] parts = key.split("-");
    return cae(TipoCfe.of(Integer.parseInt(parts[0])), parts[1]);
  }

  static String key(Cae cae) {
    return cae.tipo().codigo() + "-" + cae.serie();
  }

  private Cae cae(TipoCfe tipo, String serie) {
    return new Cae(
        90260000000L + tipo.codigo(),
        tipo,
        serie,
        1,
        1_000_000,
        serie.equals("A") ? soon : LAST,
        Optional.empty(),
        Optional.empty());
  }

  LocalDate today() {
    return time.today();
  }

  OffsetDateTime now() {
    return time.now().atZone(Time.ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
  }
}
