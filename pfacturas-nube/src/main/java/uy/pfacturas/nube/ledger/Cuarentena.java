package uy.pfacturas.nube.ledger;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.nube.refusal.Codigo;

/**
 * Table {@code cuarentena}: what contradicts the ledger is kept for a person and said in the log,
 * once per message; it overwrites nothing.
 */
final class Cuarentena {
  private static final Logger LOG = LoggerFactory.getLogger(Cuarentena.class);

  /** The contradicting message; empty texts where it does not say. */
  record Entry(
      String ruc,
      Numero numero,
      Codigo motivo,
      String estacion,
      String id,
      String huella,
      String hash,
      String xml) {}

  private Cuarentena() {}

  static void keep(Handle handle, Clock clock, Entry entry) {
    int added =
        handle
            .createUpdate(
                "INSERT INTO cuarentena (ruc, tipo, serie, nro, motivo, estacion, id, huella, hash,"
                    + " xml, recibido) VALUES (:ruc, :tipo, :serie, :nro, :motivo, :estacion, :id,"
                    + " :huella, :hash, :xml, :recibido) ON CONFLICT DO NOTHING")
            .bind("ruc", entry.ruc())
            .bind("tipo", entry.numero().tipo().codigo())
            .bind("serie", entry.numero().serie())
            .bind("nro", entry.numero().nro())
            .bind("motivo", entry.motivo().name())
            .bind("estacion", entry.estacion())
            .bind("id", entry.id())
            .bind("huella", entry.huella())
            .bind("hash", entry.hash())
            .bind("xml", entry.xml())
            .bind("recibido", clock.instant().toString())
            .execute();
    if (added > 0) {
      LOG.warn(
          "ALARMA {}: número {} de {}, estación {}; guardado en cuarentena",
          entry.motivo(),
          entry.numero().texto(),
          entry.ruc(),
          clean(entry.estacion()));
    }
  }

  /** A station's name comes from outside: no control characters in the log. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
