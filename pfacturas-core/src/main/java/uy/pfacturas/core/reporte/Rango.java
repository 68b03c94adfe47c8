package uy.pfacturas.core.reporte;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Numbers of one series, both ends included, B-C41 to C46.
 *
 * @param serie one or two characters
 * @param nroDesde first number, 1 to 9,999,999
 * @param nroHasta last number, not before the first
 */
public record Rango(String serie, int nroDesde, int nroHasta) {
  private static final Comparator<Rango> ORDEN =
      Comparator.comparing(Rango::serie).thenComparingInt(Rango::nroDesde);

  /** How many numbers; zero if it ends before it begins. */
  public long cantidad() {
    return Math.max(0L, (long) nroHasta - nroDesde + 1);
  }

  /** The fewest ranges that hold the same numbers, by series and number. */
  public static List<Rango> unidos(Collection<Rango> rangos) {
    List<Rango> merged = new ArrayList<>();
    for (Rango next : rangos.stream().filter(r -> r.cantidad() > 0).sorted(ORDEN).toList()) {
      Rango last = merged.isEmpty() ? next : merged.get(merged.size() - 1);
      boolean touches = last.serie.equals(next.serie) && next.nroDesde <= (long) last.nroHasta + 1;
      if (!merged.isEmpty() && touches) {
        int end = Math.max(last.nroHasta, next.nroHasta);
        merged.set(merged.size() - 1, new Rango(last.serie, last.nroDesde, end));
      } else {
        merged.add(next);
      }
    }
    return List.copyOf(merged);
  }

  /** Those of a list that hold a number which another one before them, by number, holds too. */
  static Set<Integer> repetidos(List<Rango> rangos) {
    Set<Integer> found = new TreeSet<>();
    String serie = "";
    int end = 0;
    List<Integer> order =
        IntStream.range(0, rangos.size())
            .filter(i -> rangos.get(i).cantidad() > 0)
            .boxed()
            .sorted(Comparator.comparing(rangos::get, ORDEN))
            .toList();
    for (int i : order) {
      Rango rango = rangos.get(i);
      boolean same = rango.serie.equals(serie);
      if (same && rango.nroDesde <= end) {
        found.add(i);
      }
      end = same ? Math.max(end, rango.nroHasta) : rango.nroHasta;
      serie = rango.serie;
    }
    return found;
  }

  /** Whether all its numbers lie in ranges that {@link #unidos} has merged. */
  boolean isWithin(NavigableSet<Rango> merged) {
    Rango before = merged.floor(new Rango(serie, nroDesde, nroDesde));
    return before != null && before.serie.equals(serie) && nroHasta <= before.nroHasta;
  }

  /** Ranges by series and first number. */
  static NavigableSet<Rango> ordenados(Collection<Rango> rangos) {
    NavigableSet<Rango> sorted = new TreeSet<>(ORDEN);
    sorted.addAll(rangos);
    return sorted;
  }
}
