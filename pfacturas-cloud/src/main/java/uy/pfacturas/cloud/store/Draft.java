package uy.pfacturas.cloud.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store as a change sees it: what is there, and over it what this group has changed so far.
 * Values are immutable, and become bytes only once for a group.
 */
public final class Draft {
  private final Medium medium;
  private final Map<Table, Map<String, Optional<Object>>> read = new EnumMap<>(Table.class);
  private final Map<Table, Map<String, Optional<Object>>> group = new EnumMap<>(Table.class);
  private final Map<Table, Map<String, Optional<Object>>> own = new EnumMap<>(Table.class);
  private final List<byte[]> groupEntries = new ArrayList<>();
  private final List<Object> ownEntries = new ArrayList<>();

  Draft(Medium medium) {
    this.medium = medium;
  }

  /** The value of a key; empty if there is none. */
  public <T> Optional<T> find(Table table, String key, Class<T> type) {
    for (Map<Table, Map<String, Optional<Object>>> layer : List.of(own, group, read)) {
      Optional<Object> known = layer.getOrDefault(table, Map.of()).get(key);
      if (known != null) {
        return known.map(value -> value(value, type));
      }
    }
    Optional<T> stored = medium.find(table, key).map(bytes -> Stored.read(bytes, type));
    set(read, table, key, stored.map(Object.class::cast));
    return stored;
  }

  private static <T> T value(Object value, Class<T> type) {
    return value instanceof Packed packed ? Stored.read(packed.bytes(), type) : type.cast(value);
  }

  /** Writes a value, or one that was packed before, in place of what is there. */
  public void put(Table table, String key, Object value) {
    set(own, table, key, Optional.of(value));
  }

  /** Removes a key; one that is not there is no mistake. */
  public void remove(Table table, String key) {
    set(own, table, key, Optional.empty());
  }

  /**
   * Says this, a value or one that was packed before, to the second copy before the change counts
   * as made.
   */
  public void copy(Object entry) {
    ownEntries.add(entry);
  }

  private static void set(
      Map<Table, Map<String, Optional<Object>>> layer,
      Table table,
      String key,
      Optional<Object> value) {
    layer.computeIfAbsent(table, t -> new HashMap<>()).put(key, value);
  }

  /** Keeps what the change that just ran has done, for the group. */
  void keep() {
    List<byte[]> entries = ownEntries.stream().map(Draft::bytes).toList();
    own.forEach((table, keys) -> group.computeIfAbsent(table, t -> new HashMap<>()).putAll(keys));
    groupEntries.addAll(entries);
    forget();
  }

  /** Forgets what the change that just ran has done. */
  void forget() {
    own.clear();
    ownEntries.clear();
  }

  /** What the group changes, as bytes. */
  Map<Table, Map<String, Optional<byte[]>>> changes() {
    Map<Table, Map<String, Optional<byte[]>>> changes = new EnumMap<>(Table.class);
    group.forEach(
        (table, keys) -> {
          Map<String, Optional<byte[]>> bytes = new HashMap<>();
          keys.forEach((key, value) -> bytes.put(key, value.map(Draft::bytes)));
          changes.put(table, bytes);
        });
    return changes;
  }

  private static byte[] bytes(Object value) {
    return value instanceof Packed packed ? packed.bytes() : Stored.write(value);
  }

  List<byte[]> entries() {
    return groupEntries;
  }
}
