package uy.pfacturas.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.cloud.store.StoreException;
import uy.pfacturas.cloud.store.Table;

/**
 * A disk that takes everything, and once says that it did not.
 *
 * @param real the store
 * @param left writes until the one that is reported as failed
 */
record LateFailure(Medium real, AtomicInteger left) implements Medium {
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
    real.write(changes);
    if (left.decrementAndGet() == 0) {
      throw new StoreException("the disk did not answer", new java.io.IOException("late"));
    }
  }

  @Override
  public void close() {
    real.close();
  }
}
