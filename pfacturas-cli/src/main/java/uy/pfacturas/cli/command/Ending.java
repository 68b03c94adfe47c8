package uy.pfacturas.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when the process is told to stop (SIGTERM, Ctrl+C): the main thread finishes what it
 * is at and closes everything, and only then the process ends. Close it last.
 */
final class Ending implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "fin");

  private Ending() {}

  /** Listens from now on. */
  static Ending listen() {
    Ending ending = new Ending();
    Runtime.getRuntime().addShutdownHook(ending.hook);
    return ending;
  }

  private void stop() {
    asked.countDown();
    try {
      // The process ends then in any case; what was begun is durable and is picked up next time.
      boolean isDone = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assert isDone || asked.getCount() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the process is told to stop. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** Waits for at most this long; whether the process was told to stop. */
  boolean await(long millis) throws InterruptedException {
    return asked.await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    done.countDown();
    if (asked.getCount() > 0) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is being stopped at this moment: the hook runs, and finds it done.
        asked.countDown();
      }
    }
  }
}
