package uy.pfacturas.cloud.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.EstadoNumero;

/**
 * What follows from a declaration, in one commit (§8).
 *
 * @param said whose life is the station's latest
 */
record Declared(Cloud cloud, String estacion, Declaracion said) {
  void settle() {
    Set<Numero> kept = new HashSet<>(Cloud.numbers(said.bloques()));
    Map<Numero, String> used = new HashMap<>();
    said.enUso().forEach(use -> used.put(use.numero(), use.id()));
    kept.addAll(used.keySet());
    for (Held held : cloud.ledger().all()) {
      if (held.estado() == EstadoNumero.HUECO && kept.contains(held.numero())) {
        cloud.ledger().put(open(held));
      }
    }
    used.forEach((numero, id) -> cloud.ledger().claim(id, estacion));
    Cloud.numbers(said.sinUso()).forEach(this::annulUnused);
    for (Held held : cloud.ledger().all()) {
      boolean older = held.estacion().equals(estacion) && !held.vida().equals(said.encarnacion());
      if (older && held.isOpen() && !kept.contains(held.numero())) {
        cloud.annul(held);
      }
    }
    cloud.ledger().declaradas().add(estacion);
    if (cloud.isGapOver()) {
      cloud.ledger().all().stream()
          .filter(h -> h.estado() == EstadoNumero.HUECO)
          .forEach(cloud::annul);
    }
  }

  private Held open(Held gap) {
    return Held.of(gap.numero(), gap.cae(), EstadoNumero.EN_BLOQUE, estacion, said.encarnacion());
  }

  private void annulUnused(Numero numero) {
    cloud
        .ledger()
        .find(numero)
        .filter(h -> h.estado() == EstadoNumero.HUECO || h.isOpen())
        .ifPresent(h -> cloud.annul(h.with().estacion(estacion).vida(said.encarnacion()).build()));
  }
}
