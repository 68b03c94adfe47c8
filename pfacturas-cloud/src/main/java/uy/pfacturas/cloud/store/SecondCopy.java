package uy.pfacturas.cloud.store;

import java.util.List;

/** The other medium: takes what was decided, before anything that depends on it leaves. */
@FunctionalInterface
public interface SecondCopy {
  /** Keeps nothing; for programs that only read. */
  SecondCopy NONE = (entries, done) -> done.run();

  /**
   * Appends these entries in their order. Calls {@code done}, from any thread, when they are on the
   * disk, or when that medium has failed (which it tells itself).
   */
  void append(List<byte[]> entries, Runnable done);

  /** How often entries were lost by a medium that failed. */
  default long losses() {
    return 0;
  }

  /** Whether nothing was lost by a medium that failed, since it was last told everything. */
  default boolean isWhole() {
    return true;
  }
}
