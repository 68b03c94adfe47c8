package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;

/**
 * The transition to {@code ANULADO} by what a station says of its own numbers. A number that is a
 * document, or another's, is left as it is and goes to quarantine.
 *
 * @param ruc issuer
 * @param estacion whose numbers they are
 * @param rangos never to be used
 */
record Statement(String ruc, String estacion, List<Rango> rangos) {
  /** Annuls what may be annulled; the first number that may not. */
  Optional<Refusal> annul(Handle handle, Clock clock) {
    Optional<Refusal> first = Optional.empty();
    for (Rango rango : rangos) {
      Optional<Refusal> refusal = annul(handle, clock, rango);
      first = first.or(() -> refusal);
    }
    return first;
  }

  private Optional<Refusal> annul(Handle handle, Clock clock, Rango rango) {
    handle
        .createUpdate(
            "UPDATE numero SET estado = 'ANULADO', cambio = :cambio WHERE ruc = :ruc AND tipo ="
                + " :tipo AND serie = :serie AND nro BETWEEN :desde AND :hasta AND estacion ="
                + " :estacion AND estado IN ('EN_BLOQUE', 'SIN_CONFIRMAR', 'EN_DUDA')")
        .bind("cambio", clock.instant().toString())
        .bind("ruc", ruc)
        .bind("tipo", rango.tipo().codigo())
        .bind("serie", rango.serie())
        .bind("desde", rango.desde())
        .bind("hasta", rango.hasta())
        .bind("estacion", estacion)
        .execute();
    int expected = rango.desde();
    Optional<Refusal> first = Optional.empty();
    for (Asiento asiento :
        Asientos.within(
            handle, ruc, rango.tipo().codigo(), rango.serie(), rango.desde(), rango.hasta())) {
      Optional<Refusal> refusal =
          asiento.nro() == expected
              ? judge(handle, clock, asiento)
              : Optional.of(foreign(handle, clock, rango, expected));
      expected = asiento.nro() + 1;
      first = first.or(() -> refusal);
    }
    int next = expected;
    return next > rango.hasta()
        ? first
        : first.or(() -> Optional.of(foreign(handle, clock, rango, next)));
  }

  private Optional<Refusal> judge(Handle handle, Clock clock, Asiento asiento) {
    if (asiento.isOfNobody()) {
      return Optional.of(Refusal.of(Codigo.NUMERO_EN_DUDA, asiento.numero()));
    }
    if (!asiento.estacion().equals(estacion)) {
      return Optional.of(keep(handle, clock, asiento.numero(), Codigo.NUMERO_AJENO));
    }
    if (asiento.isFirm()) {
      return Optional.of(keep(handle, clock, asiento.numero(), Codigo.NUMERO_EN_USO));
    }
    return Optional.empty();
  }

  private Refusal foreign(Handle handle, Clock clock, Rango rango, int nro) {
    return keep(handle, clock, new Numero(rango.tipo(), rango.serie(), nro), Codigo.NUMERO_AJENO);
  }

  private Refusal keep(Handle handle, Clock clock, Numero numero, Codigo codigo) {
    Cuarentena.keep(
        handle, clock, new Cuarentena.Entry(ruc, numero, codigo, estacion, "", "", "", ""));
    return Refusal.of(codigo, numero);
  }
}
