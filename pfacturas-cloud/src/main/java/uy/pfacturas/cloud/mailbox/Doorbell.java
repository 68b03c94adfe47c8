package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the one who waits for files. Where the system tells of changes in the folder it rings
 * early, and knows which files appeared without being written; elsewhere the waiting simply lasts.
 */
final class Doorbell implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Map<String, Long> appeared = new ConcurrentHashMap<>();
  private final @Nullable WatchService watch;
  private boolean hasRung;

  private Doorbell(@Nullable WatchService watch) {
    this.watch = watch;
  }

  /** At the door of a folder. */
  static Doorbell at(Path folder) {
    WatchService watch = null;
    try {
      watch = folder.getFileSystem().newWatchService();
      folder.register(
          watch,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.info("no events for {}, it is looked at regularly: {}", folder, e.toString());
    }
    Doorbell bell = new Doorbell(watch);
    if (watch != null) {
      WatchService events = watch;
      Thread listener = new Thread(() -> bell.listen(events), "buzon-eventos");
      listener.setDaemon(true);
      listener.start();
    }
    return bell;
  }

  /** Waits for a ring since the last wait, at most so long. */
  void await(Duration max) throws InterruptedException {
    long nanos = max.toNanos();
    lock.lockInterruptibly();
    try {
      while (!hasRung && nanos > 0) {
        nanos = rung.awaitNanos(nanos);
      }
      hasRung = false;
    } finally {
      lock.unlock();
    }
  }

  /** Rings, from any thread. */
  void ring() {
    lock.lock();
    try {
      hasRung = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether this name is known to have come by a rename: the system told of its appearance, and
   * since then for so long, by the clock of the machine, of no write.
   */
  boolean appearedWhole(String name, Duration quiet) {
    @Nullable Long since = appeared.get(name);
    return since != null && System.nanoTime() - since >= quiet.toNanos();
  }

  private void listen(WatchService from) {
    // Where the JDK itself polls, writes between two looks are not told.
    boolean isExact = !from.getClass().getSimpleName().contains("Polling");
    try {
      for (boolean isValid = true; isValid; ) {
        WatchKey key = from.take();
        boolean isNews = false;
        for (WatchEvent<?> event : key.pollEvents()) {
          isNews |= note(event, isExact);
        }
        if (isNews) {
          ring();
        }
        isValid = key.reset();
      }
    } catch (ClosedWatchServiceException e) {
      LOG.debug("closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    appeared.clear();
  }

  private boolean note(WatchEvent<?> event, boolean isExact) {
    String name = String.valueOf(event.context());
    if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
      appeared.clear();
    } else if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && isExact) {
      appeared.put(name, System.nanoTime());
    } else {
      appeared.remove(name);
    }
    return event.kind() != StandardWatchEventKinds.ENTRY_DELETE;
  }

  @Override
  public void close() {
    try {
      if (watch != null) {
        watch.close();
      }
    } catch (IOException e) {
      LOG.debug("closing", e);
    }
    ring();
  }
}
