package uy.pfacturas.nube.ledger;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code documento}: which station owns an id. */
final class Duenas {
  private Duenas() {}

  static Optional<String> find(Handle handle, String ruc, String id) {
    return handle
        .createQuery("SELECT duena FROM documento WHERE ruc = :ruc AND id = :id")
        .bind("ruc", ruc)
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /** Makes a station the owner of an id that has none. */
  static void claim(Handle handle, String ruc, String id, String estacion) {
    handle
        .createUpdate(
            "INSERT INTO documento (ruc, id, duena) VALUES (:ruc, :id, :duena)"
                + " ON CONFLICT (ruc, id) DO NOTHING")
        .bind("ruc", ruc)
        .bind("id", id)
        .bind("duena", estacion)
        .execute();
  }

  /** Moves an id to a station, as a person decided. */
  static void move(Handle handle, String ruc, String id, String estacion) {
    handle
        .createUpdate(
            "INSERT INTO documento (ruc, id, duena) VALUES (:ruc, :id, :duena)"
                + " ON CONFLICT (ruc, id) DO UPDATE SET duena = excluded.duena")
        .bind("ruc", ruc)
        .bind("id", id)
        .bind("duena", estacion)
        .execute();
  }
}
