package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.EstadoNumero;

/** Tables {@code numero} and {@code firma}: looking. */
final class Asientos {
  private static final String SELECT =
      "SELECT n, ruc, tipo, serie, nro, bloque, estacion, estado, id, huella, hash"
          + " FROM numero ";

  private static final RowMapper<Asiento> MAPPER =
      (row, context) ->
          new Asiento(
              row.getLong(1),
              row.getString(2),
              row.getInt(3),
              row.getString(4),
              row.getInt(5),
              row.getLong(6),
              row.getString(7),
              EstadoNumero.valueOf(row.getString(8)),
              Optional.ofNullable(row.getString(9)),
              Optional.ofNullable(row.getString(10)),
              Optional.ofNullable(row.getString(11)));

  private Asientos() {}

  static Optional<Asiento> find(Handle handle, String ruc, Numero numero) {
    return handle
        .createQuery(SELECT + "WHERE ruc = :ruc AND tipo = :tipo AND serie = :serie AND nro = :nro")
        .bind("ruc", ruc)
        .bind("tipo", numero.tipo().codigo())
        .bind("serie", numero.serie())
        .bind("nro", numero.nro())
        .map(MAPPER)
        .findOne();
  }

  /** The lowest number above this one, of its type and series, that was ever given out. */
  static Optional<Integer> next(Handle handle, String ruc, Numero numero) {
    return handle
        .createQuery(
            "SELECT nro FROM numero WHERE ruc = :ruc AND tipo = :tipo AND serie = :serie"
                + " AND nro > :nro ORDER BY nro LIMIT 1")
        .bind("ruc", ruc)
        .bind("tipo", numero.tipo().codigo())
        .bind("serie", numero.serie())
        .bind("nro", numero.nro())
        .mapTo(Integer.class)
        .findOne();
  }

  /** All numbers that an id ever had, the latest first. */
  static List<Asiento> ofId(Handle handle, String ruc, String id) {
    return handle
        .createQuery(SELECT + "WHERE ruc = :ruc AND id = :id ORDER BY n DESC")
        .bind("ruc", ruc)
        .bind("id", id)
        .map(MAPPER)
        .list();
  }

  /** Numbers of one type and series within bounds, in their order. */
  static List<Asiento> within(
      Handle handle, String ruc, int tipo, String serie, int desde, int hasta) {
    return handle
        .createQuery(
            SELECT
                + "WHERE ruc = :ruc AND tipo = :tipo AND serie = :serie"
                + " AND nro BETWEEN :desde AND :hasta ORDER BY nro")
        .bind("ruc", ruc)
        .bind("tipo", tipo)
        .bind("serie", serie)
        .bind("desde", desde)
        .bind("hasta", hasta)
        .map(MAPPER)
        .list();
  }

  /** This life of a station has the number in use. */
  static void declared(Handle handle, String ruc, Numero numero, String encarnacion) {
    handle
        .createUpdate(
            "UPDATE numero SET declarado = :encarnacion"
                + " WHERE ruc = :ruc AND tipo = :tipo AND serie = :serie AND nro = :nro")
        .bind("encarnacion", encarnacion)
        .bind("ruc", ruc)
        .bind("tipo", numero.tipo().codigo())
        .bind("serie", numero.serie())
        .bind("nro", numero.nro())
        .execute();
  }

  /** Open numbers that other lives of a station were given and this one has not in use. */
  static List<Asiento> undeclared(Handle handle, String ruc, String estacion, String encarnacion) {
    return handle
        .createQuery(
            SELECT
                + "WHERE ruc = :ruc AND estacion = :estacion AND bloque NOT IN (SELECT n FROM bloque"
                + " WHERE ruc = :ruc AND estacion = :estacion AND encarnacion = :encarnacion)"
                + " AND estado IN ('EN_BLOQUE', 'SIN_CONFIRMAR')"
                + " AND declarado IS NOT :encarnacion ORDER BY n")
        .bind("ruc", ruc)
        .bind("estacion", estacion)
        .bind("encarnacion", encarnacion)
        .map(MAPPER)
        .list();
  }

  /** Its station is lost with all it knew. */
  static void doubt(Handle handle, Asiento asiento, Clock clock) {
    handle
        .createUpdate(
            "UPDATE numero SET estado = 'EN_DUDA', cambio = :cambio WHERE n = :n AND estado IN"
                + " ('EN_BLOQUE', 'SIN_CONFIRMAR')")
        .bind("cambio", clock.instant().toString())
        .bind("n", asiento.n())
        .execute();
  }

  /** The signed document; empty if it has none. */
  static Optional<String> xml(Handle handle, Asiento asiento) {
    return handle
        .createQuery("SELECT xml FROM firma WHERE numero = :numero")
        .bind("numero", asiento.n())
        .mapTo(String.class)
        .findOne();
  }
}
