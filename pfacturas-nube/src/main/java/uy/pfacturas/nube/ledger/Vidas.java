package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.nube.epoch.Mark;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;

/** Table {@code vida}: the lives of the stations; the latest one lives. */
final class Vidas {
  private Vidas() {}

  /**
   * Whether this life may have a block; the first one of a station opens with its first request,
   * for it has nothing to declare.
   */
  static Optional<Refusal> refuseBlock(
      Handle handle, Mark mark, Clock clock, String ruc, String estacion, String encarnacion) {
    List<String> lives = lives(handle, ruc, estacion);
    if (lives.isEmpty()) {
      open(handle, mark, clock, ruc, estacion, encarnacion);
      return Optional.empty();
    }
    if (lives.get(0).equals(encarnacion)) {
      return Optional.empty();
    }
    Codigo codigo = lives.contains(encarnacion) ? Codigo.VIDA_ANTERIOR : Codigo.FALTA_DECLARACION;
    return Optional.of(Refusal.of(codigo, estacion));
  }

  /** A life after which another one was declared stays dead. */
  static Optional<Refusal> refuseOlder(
      Handle handle, String ruc, String estacion, String encarnacion) {
    return lives(handle, ruc, estacion).indexOf(encarnacion) > 0
        ? Optional.of(Refusal.of(Codigo.VIDA_ANTERIOR, estacion))
        : Optional.empty();
  }

  /** Makes the declared life the one that lives. Repeatable. */
  static void declare(
      Handle handle, Mark mark, Clock clock, String ruc, String estacion, String encarnacion) {
    if (!lives(handle, ruc, estacion).contains(encarnacion)) {
      open(handle, mark, clock, ruc, estacion, encarnacion);
    }
  }

  /** The latest first. */
  private static List<String> lives(Handle handle, String ruc, String estacion) {
    return handle
        .createQuery(
            "SELECT encarnacion FROM vida WHERE ruc = :ruc AND estacion = :estacion"
                + " ORDER BY n DESC")
        .bind("ruc", ruc)
        .bind("estacion", estacion)
        .mapTo(String.class)
        .list();
  }

  private static void open(
      Handle handle, Mark mark, Clock clock, String ruc, String estacion, String encarnacion) {
    mark.know(ruc, estacion);
    handle
        .createUpdate(
            "INSERT INTO vida (ruc, estacion, encarnacion, desde)"
                + " VALUES (:ruc, :estacion, :encarnacion, :desde)")
        .bind("ruc", ruc)
        .bind("estacion", estacion)
        .bind("encarnacion", encarnacion)
        .bind("desde", clock.instant().toString())
        .execute();
  }
}
