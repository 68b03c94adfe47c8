package uy.pfacturas.cloud.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A durable map that takes groups of changes. Thread-safe; one writer at a time. */
public interface Medium extends AutoCloseable {
  /**
   * The value, as of the last complete {@link #write}; empty if there is none.
   *
   * @throws StoreException if it cannot be read now
   */
  Optional<byte[]> find(Table table, String key);

  /**
   * Up to {@code max} entries whose keys come after {@code after}, in the order of keys.
   *
   * @throws StoreException if it cannot be read now
   */
  List<Map.Entry<String, byte[]>> scan(Table table, String after, int max);

  /**
   * Makes all these changes, or none; on the disk for good when this returns. An empty value
   * removes.
   *
   * @throws StoreException if that did not succeed; whether the changes are there is then to be
   *     read
   */
  void write(Map<Table, Map<String, Optional<byte[]>>> changes);

  /** Closes the file; nothing is lost without it. */
  @Override
  void close();
}
