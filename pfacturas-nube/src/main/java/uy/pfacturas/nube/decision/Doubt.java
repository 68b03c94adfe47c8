package uy.pfacturas.nube.decision;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * A number of which nobody knows whether a paper bears it: its station is lost with all it knew, or
 * was given up.
 *
 * @param ruc issuer
 * @param numero the number
 * @param estacion whose it was
 * @param id what it was asked for; empty where the cloud was never asked
 * @param hash of the cloud's own signature; empty where it made none
 */
public record Doubt(
    String ruc, Numero numero, String estacion, Optional<String> id, Optional<String> hash) {
  private static final String SELECT =
      "SELECT ruc, tipo, serie, nro, estacion, id, hash FROM numero ";

  private static final RowMapper<Doubt> MAPPER =
      (row, context) ->
          new Doubt(
              row.getString(1),
              new Numero(TipoCfe.of(row.getInt(2)), row.getString(3), row.getInt(4)),
              row.getString(5),
              Optional.ofNullable(row.getString(6)),
              Optional.ofNullable(row.getString(7)));

  /** All that are in doubt. */
  static List<Doubt> all(Handle handle) {
    return handle
        .createQuery(SELECT + "WHERE estado = 'EN_DUDA' ORDER BY ruc, tipo, serie, nro")
        .map(MAPPER)
        .list();
  }

  /** What is open of a station. */
  static List<Doubt> open(Handle handle, String ruc, String estacion) {
    return handle
        .createQuery(
            SELECT
                + "WHERE ruc = :ruc AND estacion = :estacion AND estado IN ('EN_BLOQUE',"
                + " 'SIN_CONFIRMAR') ORDER BY tipo, serie, nro")
        .bind("ruc", ruc)
        .bind("estacion", estacion)
        .map(MAPPER)
        .list();
  }
}
