package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.nube.epoch.Gap;
import uy.pfacturas.nube.epoch.Mark;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;

/**
 * After a restore: the numbers that a station declares were given to it by the database that is
 * gone. In doubt they become its own, and the counters move past them.
 *
 * @param ruc issuer
 * @param estacion who declares
 * @param said the declaration
 */
record Adoption(String ruc, String estacion, Declaracion said) {
  /** A CAE that numbers may be of. */
  private record Source(long n, long caeId, int desde, int siguiente, int hasta) {}

  /** Takes them over; the first number whose CAE is not here, since it came after the backup. */
  Optional<Refusal> take(Handle handle, Mark mark, Clock clock) {
    Stream<Rango> used = said.enUso().stream().map(Declaracion.EnUso::numero).map(Adoption::only);
    List<Rango> named =
        Stream.concat(used, Stream.concat(said.bloques().stream(), said.sinUso().stream()))
            .filter(rango -> !rango.tipo().isContingencia())
            .toList();
    for (Rango rango : named) {
      passOver(handle, mark, clock, rango);
      if (count(handle, rango) < size(rango)) {
        fill(handle, mark, clock, rango);
      }
      Optional<Refusal> refusal = missing(handle, rango);
      if (refusal.isPresent()) {
        return refusal;
      }
      adopt(handle, clock, rango);
    }
    return Optional.empty();
  }

  private static Rango only(Numero numero) {
    return new Rango(numero.tipo(), numero.serie(), numero.nro(), numero.nro());
  }

  private void passOver(Handle handle, Mark mark, Clock clock, Rango rango) {
    for (Source source : sources(handle, rango)) {
      int last = Math.min(source.hasta(), rango.hasta());
      if (source.siguiente() <= last) {
        mark.reserveOnly(ruc, source.caeId(), last);
        Gap.open(handle, source.n(), last, clock.instant());
      }
    }
  }

  /** Numbers below the counter that an ERP chose after the backup. */
  private void fill(Handle handle, Mark mark, Clock clock, Rango rango) {
    for (Source source : sources(handle, rango)) {
      int first = Math.max(source.desde(), rango.desde());
      int last = Math.min(source.hasta(), rango.hasta());
      mark.reserveOnly(ruc, source.caeId(), last);
      Gap.fill(handle, source.n(), first, last, clock.instant());
    }
  }

  private static int size(Rango rango) {
    return rango.hasta() - rango.desde() + 1;
  }

  private List<Source> sources(Handle handle, Rango rango) {
    return handle
        .createQuery(
            "SELECT n, cae_id, desde, siguiente, hasta FROM cae WHERE ruc = :ruc AND tipo = :tipo AND"
                + " serie = :serie AND desde <= :hasta AND hasta >= :desde ORDER BY n")
        .bind("ruc", ruc)
        .bind("tipo", rango.tipo().codigo())
        .bind("serie", rango.serie())
        .bind("desde", rango.desde())
        .bind("hasta", rango.hasta())
        .map(
            (row, context) ->
                new Source(
                    row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5)))
        .list();
  }

  private Optional<Refusal> missing(Handle handle, Rango rango) {
    return count(handle, rango) == size(rango)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(Codigo.FALTA_CAE, new Numero(rango.tipo(), rango.serie(), rango.desde())));
  }

  private int count(Handle handle, Rango rango) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM numero WHERE ruc = :ruc AND tipo = :tipo AND serie = :serie"
                + " AND nro BETWEEN :desde AND :hasta")
        .bind("ruc", ruc)
        .bind("tipo", rango.tipo().codigo())
        .bind("serie", rango.serie())
        .bind("desde", rango.desde())
        .bind("hasta", rango.hasta())
        .mapTo(Integer.class)
        .one();
  }

  private void adopt(Handle handle, Clock clock, Rango rango) {
    handle
        .createUpdate(
            "UPDATE numero SET estado = 'EN_BLOQUE', estacion = :estacion, declarado ="
                + " :encarnacion, cambio = :cambio WHERE ruc = :ruc AND tipo = :tipo AND serie ="
                + " :serie AND nro BETWEEN :desde AND :hasta AND estado = 'HUECO'")
        .bind("estacion", estacion)
        .bind("encarnacion", said.encarnacion())
        .bind("cambio", clock.instant().toString())
        .bind("ruc", ruc)
        .bind("tipo", rango.tipo().codigo())
        .bind("serie", rango.serie())
        .bind("desde", rango.desde())
        .bind("hasta", rango.hasta())
        .execute();
  }
}
