package uy.pfacturas.nube.epoch;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person says about a database that was put back from a backup.
 *
 * @param isSaid whether anything was said; otherwise the database is compared with its mark
 * @param isMarkLost whether the mark is lost, too, or older than the database
 * @param margin numbers to pass over above the highest that is declared, where the mark is lost;
 *     more than all that was given since the backup
 * @param estaciones stations that must declare, beside those that the database and the mark know;
 *     by company
 */
public record Restored(
    boolean isSaid,
    boolean isMarkLost,
    int margin,
    SortedMap<String, SortedSet<String>> estaciones) {
  /** Nobody said anything. */
  public static final Restored UNSAID = new Restored(false, false, 0, new TreeMap<>());

  /** It was put back; the mark is here. */
  public static final Restored SAID = new Restored(true, false, 0, new TreeMap<>());

  /** It was put back, and the mark is lost. */
  public static Restored withoutMark(int margin) {
    return new Restored(true, true, margin, new TreeMap<>());
  }

  /** The same with one more station that must declare. */
  public Restored with(String ruc, String estacion) {
    TreeMap<String, SortedSet<String>> more = new TreeMap<>(estaciones);
    TreeSet<String> names = new TreeSet<>(more.getOrDefault(ruc, new TreeSet<>()));
    names.add(estacion);
    more.put(ruc, names);
    return new Restored(isSaid, isMarkLost, margin, more);
  }
}
