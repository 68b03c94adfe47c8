package uy.pfacturas.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uy.pfacturas.cloud.exchange.Pulse;
import uy.pfacturas.cloud.exchange.SigningTime;
import uy.pfacturas.cloud.station.Conflicto;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Forgotten;

/**
 * Sees now and then whether cloud, second copy and clock still agree with the station, mends what
 * can be mended, and says what a person has to.
 */
final class Reconciliation {
  private final Works works;
  private final Foundation foundation;
  private final Forgotten forgotten;
  private final Pulse pulse;
  private final SigningTime time;
  private final Redelivery redelivery;

  /**
   * @param teller tells the ERP of a document that was finished before
   */
  Reconciliation(
      Works works,
      Foundation foundation,
      Forgotten forgotten,
      Pulse pulse,
      SigningTime time,
      Consumer<Documento> teller) {
    this.works = works;
    this.foundation = foundation;
    this.forgotten = forgotten;
    this.pulse = pulse;
    this.time = time;
    this.redelivery = new Redelivery(works, forgotten, teller);
  }

  /** One look; repeated for ever. */
  void run() {
    foundation.mend();
    var unused = pulse.look();
    works.troubles().set(Trouble.RELOJ, time.alarm());
    redelivery.run();
  }

  /** What a person should know; empty while all agree. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    foundation.news().ifPresent(notices::add);
    time.alarm().ifPresent(notices::add);
    works.station().tomas().conflictos().forEach(c -> notices.add(conflict(c)));
    long again = forgotten.left();
    if (again > 0) {
      notices.add(
          "La nube fue restaurada: se le vuelven a entregar comprobantes que ya tenía; faltan "
              + again
              + ". Siguen solos.");
    }
    return notices;
  }

  private static String conflict(Conflicto c) {
    return "CONFLICTO: el Id "
        + c.idErp()
        + " se emitió en dos estaciones; "
        + c.numero().texto()
        + " se entregó segundo y los dos valen. Si es la misma venta, emita una nota de crédito con"
        + " Id "
        + c.idDeCompensacion()
        + " que se refiera a él, mientras el otro siga vigente; si son dos ventas, no emita nada y"
        + " avise a quien hizo el sistema que puso el mismo Id.";
  }
}
