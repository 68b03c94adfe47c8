package uy.pfacturas.signing.revocation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers that are taken again while they are in force; the oldest give way. Thread-safe. */
final class Kept<K, V> {
  private record Entry<V>(V value, Instant until) {}

  private final Map<K, Entry<V>> entries;

  Kept(int most) {
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> find(K key, Instant now) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> now.isBefore(entry.until()))
        .map(Entry::value);
  }

  synchronized void keep(K key, V value, Instant until) {
    entries.put(key, new Entry<>(value, until));
  }
}
