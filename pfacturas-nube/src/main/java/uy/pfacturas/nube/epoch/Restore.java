package uy.pfacturas.nube.epoch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/**
 * The first act of a new epoch: counters above the mark, what lies between in doubt, and every
 * station that may hold some of it asked to declare.
 *
 * @param mark what may have been given
 * @param restored what a person said
 */
record Restore(Mark mark, Restored restored) {
  private record Counter(long n, String ruc, long caeId) {}

  /** Opens the gaps. Repeatable. */
  void begin(Handle handle, SortedMap<String, SortedSet<String>> estaciones, Instant now) {
    Optional<Integer> margin =
        restored.isMarkLost() ? Optional.of(restored.margin()) : Optional.empty();
    companies(handle).forEach(ruc -> Pending.begin(handle, ruc, margin));
    await(handle, estaciones, margin);
    await(handle, restored.estaciones(), margin);
    handle.execute(
        "INSERT INTO por_declarar (ruc, estacion) SELECT DISTINCT ruc, estacion FROM vida WHERE"
            + " true ON CONFLICT DO NOTHING");
    for (Counter counter : counters(handle)) {
      Gap.open(handle, counter.n(), mark.highest(counter.ruc(), counter.caeId()), now);
    }
    companies(handle).forEach(ruc -> Pending.settle(handle, mark, ruc, now));
  }

  private static void await(
      Handle handle, SortedMap<String, SortedSet<String>> estaciones, Optional<Integer> margin) {
    estaciones.forEach(
        (ruc, names) -> {
          Pending.begin(handle, ruc, margin);
          names.forEach(name -> Pending.await(handle, ruc, name));
        });
  }

  private static List<String> companies(Handle handle) {
    return handle.createQuery("SELECT ruc FROM empresa ORDER BY ruc").mapTo(String.class).list();
  }

  private static List<Counter> counters(Handle handle) {
    return handle
        .createQuery("SELECT n, ruc, cae_id FROM cae ORDER BY n")
        .map((row, context) -> new Counter(row.getLong(1), row.getString(2), row.getLong(3)))
        .list();
  }
}
