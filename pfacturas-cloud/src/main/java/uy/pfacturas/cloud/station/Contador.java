package uy.pfacturas.cloud.station;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Estado;

/**
 * The counters of the store.
 *
 * @param secuencia last document's order of arrival
 * @param apuntes last entry that was said to the second copy
 * @param solicitudes last request for a block
 * @param documentos how many documents are in each state; states without any are missing
 */
record Contador(long secuencia, long apuntes, long solicitudes, Map<Estado, Long> documentos) {
  static final Contador ZERO = new Contador(0, 0, 0, Map.of());

  Contador moved(Optional<Documento> old, Documento next) {
    if (old.map(Documento::estado).equals(Optional.of(next.estado()))) {
      return this;
    }
    Map<Estado, Long> counts = new EnumMap<>(Estado.class);
    counts.putAll(documentos);
    old.ifPresent(doc -> counts.merge(doc.estado(), -1L, Long::sum));
    counts.merge(next.estado(), 1L, Long::sum);
    counts.values().removeIf(count -> count == 0);
    return new Contador(secuencia, apuntes, solicitudes, counts);
  }

  /** After a document of the second copy. */
  Contador reached(Documento doc) {
    return new Contador(Math.max(secuencia, doc.secuencia()), apuntes, solicitudes, documentos);
  }

  /** After an entry of the second copy. */
  Contador told(long entry) {
    return new Contador(secuencia, entry, solicitudes, documentos);
  }

  Contador nextDocument() {
    return new Contador(secuencia + 1, apuntes, solicitudes, documentos);
  }

  Contador nextEntry() {
    return new Contador(secuencia, apuntes + 1, solicitudes, documentos);
  }

  Contador nextRequest() {
    return new Contador(secuencia, apuntes, solicitudes + 1, documentos);
  }
}
