package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets only one large file at a time be in memory, whatever the number of threads and mailboxes: a
 * small heap has room for one of the largest, but not for as many as there are threads.
 * Thread-safe.
 */
public final class LargeFiles {
  private static final int LARGE_BYTES = 256 << 10;

  private final ReentrantLock turn = new ReentrantLock(true);

  /** Reads a file and makes something of it. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does this to a file of so many bytes, after waiting for its turn where it is large. */
  <T> T inTurn(long bytes, Work<T> work) throws IOException {
    if (bytes <= LARGE_BYTES) {
      return work.run();
    }
    turn.lock();
    try {
      return work.run();
    } finally {
      turn.unlock();
    }
  }
}
