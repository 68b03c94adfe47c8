package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.EstadoNumero;

/** Table {@code cfc}. */
final class Cfcs {
  private static final String SELECT =
      "SELECT tipo, serie, nro, correccion, estacion, id, estado, huella, hash, xml FROM cfc ";

  private static final RowMapper<Cfc> MAPPER =
      (row, context) ->
          new Cfc(
              new Numero(TipoCfe.of(row.getInt(1)), row.getString(2), row.getInt(3)),
              row.getInt(4),
              row.getString(5),
              row.getString(6),
              EstadoNumero.valueOf(row.getString(7)),
              row.getString(8),
              row.getString(9),
              row.getString(10));

  private Cfcs() {}

  /** All that was informed of this paper, the latest correction first. */
  static List<Cfc> of(Handle handle, String ruc, Numero numero) {
    return handle
        .createQuery(
            SELECT
                + "WHERE ruc = :ruc AND tipo = :tipo AND serie = :serie AND nro = :nro"
                + " ORDER BY correccion DESC")
        .bind("ruc", ruc)
        .bind("tipo", numero.tipo().codigo())
        .bind("serie", numero.serie())
        .bind("nro", numero.nro())
        .map(MAPPER)
        .list();
  }

  /** What counts under this id: the latest that is delivered, else the latest. */
  static Optional<Cfc> ofId(Handle handle, String ruc, String id) {
    return handle
        .createQuery(
            SELECT
                + "WHERE ruc = :ruc AND id = :id"
                + " ORDER BY estado = 'FIRME' DESC, correccion DESC, n DESC LIMIT 1")
        .bind("ruc", ruc)
        .bind("id", id)
        .map(MAPPER)
        .findOne();
  }

  /** Keeps it in place of a proposal for the same correction; a delivered one is never replaced. */
  static void keep(Handle handle, Clock clock, String ruc, Cfc cfc, Optional<String> adenda) {
    int changed =
        handle
            .createUpdate(
                "INSERT INTO cfc (ruc, tipo, serie, nro, correccion, estacion, id, estado, huella,"
                    + " hash, xml, adenda, cambio) VALUES (:ruc, :tipo, :serie, :nro, :correccion,"
                    + " :estacion, :id, :estado, :huella, :hash, :xml, :adenda, :cambio)"
                    + " ON CONFLICT (ruc, tipo, serie, nro, correccion) DO UPDATE SET"
                    + " estacion = excluded.estacion, id = excluded.id, estado = excluded.estado,"
                    + " huella = excluded.huella, hash = excluded.hash, xml = excluded.xml,"
                    + " adenda = excluded.adenda, cambio = excluded.cambio"
                    + " WHERE cfc.estado = 'SIN_CONFIRMAR'")
            .bind("ruc", ruc)
            .bind("tipo", cfc.numero().tipo().codigo())
            .bind("serie", cfc.numero().serie())
            .bind("nro", cfc.numero().nro())
            .bind("correccion", cfc.correccion())
            .bind("estacion", cfc.estacion())
            .bind("id", cfc.id())
            .bind("estado", cfc.estado().name())
            .bind("huella", cfc.huella())
            .bind("hash", cfc.hash())
            .bind("xml", cfc.xml())
            .bind("adenda", adenda)
            .bind("cambio", clock.instant().toString())
            .execute();
    if (changed != 1) {
      throw new IllegalStateException("CFC is delivered: " + cfc.numero().texto());
    }
  }
}
