package uy.pfacturas.nube.epoch;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Numbers in state {@code HUECO}: a database that is gone may have given them, and to whom nobody
 * knows. They are of no station until one declares them.
 */
public final class Gap {
  private Gap() {}

  /**
   * Moves the counter of a CAE past a number; what it passes over is in doubt. Does nothing where
   * the counter is past it, or the CAE ends before.
   *
   * @param cae key of the row
   */
  public static void open(Handle handle, long cae, int upTo, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO bloque (ruc, estacion, encarnacion, tipo, solicitud, cae, serie, desde,"
                + " hasta, dado) SELECT ruc, '', '', tipo, serie || '-' || siguiente, n, serie,"
                + " siguiente, MIN(hasta, :upTo), :now FROM cae WHERE n = :cae AND siguiente <="
                + " MIN(hasta, :upTo)")
        .bind("cae", cae)
        .bind("upTo", upTo)
        .bind("now", now.toString())
        .execute();
    handle
        .createUpdate(
            "WITH RECURSIVE hueco (bloque, ruc, tipo, serie, nro, hasta) AS (SELECT b.n, b.ruc,"
                + " b.tipo, b.serie, c.siguiente, b.hasta FROM cae c JOIN bloque b ON b.cae = c.n"
                + " AND b.estacion = '' AND b.desde = c.siguiente AND b.solicitud = b.serie || '-' ||"
                + " c.siguiente WHERE c.n = :cae UNION ALL SELECT"
                + " bloque, ruc, tipo, serie, nro + 1, hasta FROM hueco WHERE nro < hasta) INSERT"
                + " INTO numero (ruc, tipo, serie, nro, bloque, estacion, estado, cambio) SELECT"
                + " ruc, tipo, serie, nro, bloque, '', 'HUECO', :now FROM hueco")
        .bind("cae", cae)
        .bind("now", now.toString())
        .execute();
    handle
        .createUpdate(
            "UPDATE cae SET siguiente = MIN(hasta, :upTo) + 1 WHERE n = :cae AND siguiente <="
                + " MIN(hasta, :upTo)")
        .bind("cae", cae)
        .bind("upTo", upTo)
        .execute();
  }

  /**
   * Makes those of these numbers known that are not: below the counter are numbers that an ERP may
   * have chosen after the backup. They are in doubt as well.
   *
   * @param cae key of the row that covers them
   */
  public static void fill(Handle handle, long cae, int desde, int hasta, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO bloque (ruc, estacion, encarnacion, tipo, solicitud, cae, serie, desde,"
                + " hasta, dado) SELECT ruc, '', '', tipo, serie || '-' || :desde || '-' || :hasta,"
                + " n, serie, :desde, :hasta, :now FROM cae WHERE n = :cae ON CONFLICT DO NOTHING")
        .bind("cae", cae)
        .bind("desde", desde)
        .bind("hasta", hasta)
        .bind("now", now.toString())
        .execute();
    handle
        .createUpdate(
            "WITH RECURSIVE lista (nro) AS (SELECT :desde UNION ALL SELECT nro + 1 FROM lista"
                + " WHERE nro < :hasta) INSERT INTO numero (ruc, tipo, serie, nro, bloque,"
                + " estacion, estado, cambio) SELECT b.ruc, b.tipo, b.serie, nro, b.n, '', 'HUECO',"
                + " :now FROM lista JOIN bloque b ON b.cae = :cae AND b.estacion = '' AND"
                + " b.solicitud = b.serie || '-' || :desde || '-' || :hasta WHERE true ON CONFLICT"
                + " DO NOTHING")
        .bind("cae", cae)
        .bind("desde", desde)
        .bind("hasta", hasta)
        .bind("now", now.toString())
        .execute();
  }

  /** Nobody has them any more: never to be used. How many they were. */
  static int annul(Handle handle, String ruc, Instant now) {
    return handle
        .createUpdate(
            "UPDATE numero SET estado = 'ANULADO', cambio = :now WHERE ruc = :ruc AND estado ="
                + " 'HUECO'")
        .bind("ruc", ruc)
        .bind("now", now.toString())
        .execute();
  }
}
