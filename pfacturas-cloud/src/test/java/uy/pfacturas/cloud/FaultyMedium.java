package uy.pfacturas.cloud;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.cloud.store.StoreException;
import uy.pfacturas.cloud.store.Table;

/**
 * A store on a disk that refuses.
 *
 * @param before passed before each write, and may throw
 * @param after passed after each write, and may throw though it is written
 */
record FaultyMedium(Medium real, Runnable before, Runnable after) implements Medium {
  /** Takes nothing while it is full. */
  static Medium full(Medium real, AtomicBoolean full) {
    return new FaultyMedium(real, () -> refuse(full.get(), "No queda lugar."), () -> {});
  }

  /** Takes everything, and once, after so many writes, says that it did not. */
  static Medium late(Medium real, AtomicInteger left) {
    return new FaultyMedium(
        real, () -> {}, () -> refuse(left.decrementAndGet() == 0, "the disk did not answer"));
  }

  private static void refuse(boolean isRefused, String why) {
    if (isRefused) {
      throw new StoreException(why, new IOException(why));
    }
  }

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
    before.run();
    real.write(changes);
    after.run();
  }

  @Override
  public void close() {
    real.close();
  }
}
