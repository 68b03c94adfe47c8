package uy.pfacturas.cloud;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.cloud.store.StoreException;
import uy.pfacturas.cloud.store.Table;

/**
 * A disk that takes nothing while it is full.
 *
 * @param real the store
 * @param full whether it is full now
 */
record FullDisk(Medium real, AtomicBoolean full) implements Medium {
  @Override
  public Optional<byte[]> find(Table table, String key) {
    return real.find(table, key);
  }

  @Override
  public List<Map.Entry<String, byte[]>> scan(Table table, String after, int max) {
    return real.scan(table, after, max);
  }

  @Override
  public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
    if (full.get()) {
      throw new StoreException("No queda lugar en el disco.", new IOException("full"));
    }
    real.write(changes);
  }

  @Override
  public void close() {
    real.close();
  }
}
