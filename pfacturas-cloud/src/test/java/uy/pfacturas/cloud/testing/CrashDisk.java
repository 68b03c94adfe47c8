package uy.pfacturas.cloud.testing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.cloud.store.Table;

/**
 * A store in memory that outlives crashes. A disk that lies keeps what the predicate names only
 * until the next crash, as one that was never forced.
 */
public class CrashDisk implements Medium {
  /** Told before and after each write, to stop the machine there. */
  public interface Moment {
    void pass();
  }

  private final Map<Table, TreeMap<String, byte[]>> durable = new EnumMap<>(Table.class);
  private final Map<Table, Map<String, Optional<byte[]>>> unforced = new EnumMap<>(Table.class);
  private final BiPredicate<Table, Map.Entry<String, Optional<byte[]>>> lies;
  private Moment moment = () -> {};

  /** An honest disk. */
  public CrashDisk() {
    this((table, entry) -> false);
  }

  /** A disk that forgets these entries at a crash. */
  public CrashDisk(BiPredicate<Table, Map.Entry<String, Optional<byte[]>>> lies) {
    this.lies = lies;
    for (Table table : Table.values()) {
      durable.put(table, new TreeMap<>());
    }
  }

  public void at(Moment where) {
    moment = where;
  }

  /** The machine stopped: what was not forced is gone. */
  public void crash() {
    unforced.clear();
  }

  /** What is on it for good. */
  public Map<Table, Map<String, byte[]>> image() {
    Map<Table, Map<String, byte[]>> image = new EnumMap<>(Table.class);
    durable.forEach((table, keys) -> image.put(table, new TreeMap<>(keys)));
    return image;
  }

  /** It is as it was, or as another disk; nothing where the image has nothing. */
  public void become(Map<Table, Map<String, byte[]>> image) {
    unforced.clear();
    durable.values().forEach(TreeMap::clear);
    image.forEach((table, keys) -> kept(table).putAll(keys));
  }

  @Override
  public Optional<byte[]> find(Table table, String key) {
    Map<String, Optional<byte[]>> fresh = unforced.getOrDefault(table, Map.of());
    Optional<byte[]> found = fresh.get(key);
    return found != null ? found : Optional.ofNullable(kept(table).get(key));
  }

  @Override
  public List<Map.Entry<String, byte[]>> scan(Table table, String after, int max) {
    TreeMap<String, byte[]> all = new TreeMap<>(kept(table));
    unforced
        .getOrDefault(table, Map.of())
        .forEach(
            (key, value) ->
                value.ifPresentOrElse(bytes -> all.put(key, bytes), () -> all.remove(key)));
    return all.tailMap(after, false).entrySet().stream()
        .limit(max)
        .map(e -> Map.entry(e.getKey(), e.getValue()))
        .toList();
  }

  @Override
  public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
    moment.pass();
    changes.forEach((table, keys) -> keys.entrySet().forEach(entry -> write(table, entry)));
    moment.pass();
  }

  private Map<String, byte[]> kept(Table table) {
    return java.util.Objects.requireNonNull(durable.get(table));
  }

  private void write(Table table, Map.Entry<String, Optional<byte[]>> entry) {
    if (lies.test(table, entry)) {
      unforced.computeIfAbsent(table, t -> new TreeMap<>()).put(entry.getKey(), entry.getValue());
      return;
    }
    unforced.getOrDefault(table, new TreeMap<>()).remove(entry.getKey());
    entry
        .getValue()
        .ifPresentOrElse(
            bytes -> kept(table).put(entry.getKey(), bytes),
            () -> kept(table).remove(entry.getKey()));
  }

  @Override
  public void close() {
    // Memory needs no closing.
  }
}
