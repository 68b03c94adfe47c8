package uy.pfacturas.cloud;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * The numbers of the documents that are signed and that the cloud has not acknowledged; a hundred
 * thousand of them need a few kilobytes. Thread-safe.
 */
final class Backlog {
  private record Serie(TipoCfe tipo, String serie) {}

  private final Map<Serie, BitSet> numbers = new HashMap<>();

  synchronized void add(Numero numero) {
    numbers.computeIfAbsent(serie(numero), s -> new BitSet()).set(numero.nro());
  }

  synchronized void remove(Numero numero) {
    numbers.computeIfPresent(
        serie(numero),
        (s, set) -> {
          set.clear(numero.nro());
          return set.isEmpty() ? null : set;
        });
  }

  synchronized boolean contains(Numero numero) {
    BitSet set = numbers.get(serie(numero));
    return set != null && set.get(numero.nro());
  }

  synchronized int size() {
    return numbers.values().stream().mapToInt(BitSet::cardinality).sum();
  }

  private static Serie serie(Numero numero) {
    return new Serie(numero.tipo(), numero.serie());
  }
}
