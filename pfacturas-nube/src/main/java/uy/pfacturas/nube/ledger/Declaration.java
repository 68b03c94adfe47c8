package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;

/**
 * What a station holds after a new life of it: its unused numbers are annulled, its ids are
 * claimed, and all else that older lives were given and did not use is annulled.
 *
 * @param ruc issuer
 * @param estacion who declares
 * @param said the declaration
 */
record Declaration(String ruc, String estacion, Declaracion said) {
  Reply<Acuse> take(Handle handle, long epoca, Clock clock) {
    if (said.epoca() != epoca) {
      return Reply.refuse(Refusal.of(Codigo.OTRA_EPOCA, Long.toString(epoca)));
    }
    Optional<Refusal> foreign = foreign(handle);
    if (foreign.isPresent()) {
      return Reply.refuse(foreign.get());
    }
    Optional<Refusal> life = Vidas.declare(handle, clock, ruc, estacion, said.encarnacion());
    if (life.isPresent()) {
      return Reply.refuse(life.get());
    }
    // A number that it calls unused and that is a document stays a document; the alarm is raised,
    // and the declaration stands: without it the station could never ask for a block again.
    new Statement(ruc, estacion, said.sinUso()).annul(handle, clock);
    for (Declaracion.EnUso used : said.enUso()) {
      Duenas.claim(handle, ruc, used.id(), estacion);
    }
    annulRest(handle, clock);
    return Reply.of(new Acuse(epoca));
  }

  /** A number in use that is not this station's: two stations believe that they are this one. */
  private Optional<Refusal> foreign(Handle handle) {
    for (Declaracion.EnUso used : said.enUso()) {
      Optional<Asiento> found = Asientos.find(handle, ruc, used.numero());
      if (found.isEmpty() || !found.get().estacion().equals(estacion)) {
        return Optional.of(Refusal.of(Codigo.NUMERO_AJENO, used.numero()));
      }
    }
    return Optional.empty();
  }

  private void annulRest(Handle handle, Clock clock) {
    Set<Numero> inUse = new HashSet<>();
    said.enUso().forEach(used -> inUse.add(used.numero()));
    for (Asiento asiento : Asientos.openOfOtherLives(handle, ruc, estacion, said.encarnacion())) {
      if (!inUse.contains(asiento.numero()) && !isStock(asiento.numero())) {
        Numero numero = asiento.numero();
        new Statement(
                ruc,
                estacion,
                List.of(new Rango(numero.tipo(), numero.serie(), numero.nro(), numero.nro())))
            .annul(handle, clock);
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
