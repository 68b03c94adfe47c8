package uy.pfacturas.cloud.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store as a change sees it: what is there, and over it what this group has changed so far. */
public final class Draft {
  private final Medium medium;
  private final Map<Table, Map<String, Optional<byte[]>>> group = new EnumMap<>(Table.class);
  private final List<byte[]> groupEntries = new ArrayList<>();
  private final Map<Table, Map<String, Optional<byte[]>>> own = new EnumMap<>(Table.class);
  private final List<byte[]> ownEntries = new ArrayList<>();

  Draft(Medium medium) {
    this.medium = medium;
  }

  /** The value of a key; empty if there is none. */
  public <T> Optional<T> find(Table table, String key, Class<T> type) {
    return bytes(table, key).map(bytes -> Stored.read(bytes, type));
  }

  /** Writes a value in place of what is there. */
  public void put(Table table, String key, Object value) {
    change(table, key, Optional.of(Stored.write(value)));
  }

  /** Writes a value that was packed before. */
  public void put(Table table, String key, Packed value) {
    change(table, key, Optional.of(value.bytes()));
  }

  /** Removes a key; one that is not there is no mistake. */
  public void remove(Table table, String key) {
    change(table, key, Optional.empty());
  }

  /** Says this to the second copy before the change counts as made. */
  public void copy(Object entry) {
    ownEntries.add(Stored.write(entry));
  }

  /** The same with an entry that was packed before. */
  public void copy(Packed entry) {
    ownEntries.add(entry.bytes());
  }

  private Optional<byte[]> bytes(Table table, String key) {
    for (Map<Table, Map<String, Optional<byte[]>>> layer : List.of(own, group)) {
      Optional<byte[]> changed = layer.getOrDefault(table, Map.of()).get(key);
      if (changed != null) {
        return changed;
      }
    }
    return medium.find(table, key);
  }

  private void change(Table table, String key, Optional<byte[]> value) {
    own.computeIfAbsent(table, t -> new HashMap<>()).put(key, value);
  }

  /** Keeps what the change that just ran has done, for the group. */
  void keep() {
    own.forEach((table, keys) -> group.computeIfAbsent(table, t -> new HashMap<>()).putAll(keys));
    groupEntries.addAll(ownEntries);
    forget();
  }

  /** Forgets what the change that just ran has done. */
  void forget() {
    own.clear();
    ownEntries.clear();
  }

  Map<Table, Map<String, Optional<byte[]>>> changes() {
    return group;
  }

  List<byte[]> entries() {
    return groupEntries;
  }
}
