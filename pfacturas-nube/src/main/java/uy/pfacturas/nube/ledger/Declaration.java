package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.nube.epoch.Epoch;
import uy.pfacturas.nube.epoch.Mark;
import uy.pfacturas.nube.epoch.Pending;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;

/**
 * What a station holds after a new life of it: its unused numbers are annulled, its ids are
 * claimed, and all else that older lives were given and did not use is annulled. A part that is not
 * the last one only says what is in use.
 *
 * @param ruc issuer
 * @param estacion who declares
 * @param said the declaration
 */
record Declaration(String ruc, String estacion, Declaracion said) {
  Reply<Acuse> take(Handle handle, Epoch epoch, Clock clock) {
    if (said.epoca() != epoch.epoca()) {
      return Reply.refuse(Refusal.of(Codigo.OTRA_EPOCA, Long.toString(epoch.epoca())));
    }
    Optional<Refusal> no =
        Vidas.refuseOlder(handle, ruc, estacion, said.encarnacion())
            .or(() -> adopt(handle, epoch, clock))
            .or(() -> foreign(handle, clock));
    if (no.isPresent()) {
      return Reply.refuse(no.get());
    }
    for (Declaracion.EnUso used : said.enUso()) {
      Asientos.declared(handle, ruc, used.numero(), said.encarnacion());
      Duenas.claim(handle, ruc, used.id(), estacion);
    }
    if (!said.sigue()) {
      close(handle, epoch.mark(), clock);
    }
    return Reply.of(new Acuse(epoch.epoca()));
  }

  /** What was of nobody since a restore is this station's, for it says so. */
  private Optional<Refusal> adopt(Handle handle, Epoch epoch, Clock clock) {
    return epoch.isSettling() && Pending.isOpen(handle, ruc)
        ? new Adoption(ruc, estacion, said).take(handle, epoch.mark(), clock)
        : Optional.empty();
  }

  private void close(Handle handle, Mark mark, Clock clock) {
    Vidas.declare(handle, mark, clock, ruc, estacion, said.encarnacion());
    // A number that it calls unused and that is a document stays a document; the alarm is raised,
    // and the declaration stands: without it the station could never ask for a block again.
    new Statement(ruc, estacion, said.sinUso()).annul(handle, clock);
    annulRest(handle, clock);
    Pending.done(handle, mark, ruc, estacion, clock.instant());
  }

  /** A number in use that is not this station's: two stations believe that they are this one. */
  private Optional<Refusal> foreign(Handle handle, Clock clock) {
    for (Declaracion.EnUso used : said.enUso()) {
      Optional<Asiento> found = Asientos.find(handle, ruc, used.numero());
      if (found.isEmpty() || !found.get().estacion().equals(estacion)) {
        Cuarentena.keep(
            handle,
            clock,
            new Cuarentena.Entry(
                ruc, used.numero(), Codigo.NUMERO_AJENO, estacion, used.id(), "", "", ""));
        return Optional.of(Refusal.of(Codigo.NUMERO_AJENO, used.numero()));
      }
    }
    return Optional.empty();
  }

  private void annulRest(Handle handle, Clock clock) {
    for (Asiento asiento : Asientos.undeclared(handle, ruc, estacion, said.encarnacion())) {
      Numero numero = asiento.numero();
      if (!isStock(numero) && said.sinCopia()) {
        Asientos.doubt(handle, asiento, clock);
      } else if (!isStock(numero)) {
        Rango only = new Rango(numero.tipo(), numero.serie(), numero.nro(), numero.nro());
        new Statement(ruc, estacion, List.of(only)).annul(handle, clock);
      }
    }
  }

  private boolean isStock(Numero numero) {
    return said.bloques().stream()
        .anyMatch(
            rango ->
                rango.tipo() == numero.tipo()
                    && rango.serie().equals(numero.serie())
                    && rango.desde() <= numero.nro()
                    && numero.nro() <= rango.hasta());
  }
}
