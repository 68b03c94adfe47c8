package uy.pfacturas.cloud;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.archive.ArchiveException;
import uy.pfacturas.cloud.mailbox.MailboxException;
import uy.pfacturas.cloud.store.StoreException;

/**
 * Runs steps so that none of them stops the others: what the disk did not take is tried again, with
 * a pause that people see; what throws otherwise is put aside.
 */
final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final Duration DISK_WAIT = Duration.ofSeconds(2);

  private final Pauses pauses;
  private final AtomicLong progress = new AtomicLong();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Optional<String> lastError = Optional.empty();

  Guard(Pauses pauses) {
    this.pauses = pauses;
  }

  /**
   * A step that may be run again.
   *
   * @param poison what to do when it throws anything that is not about the disk
   */
  Runnable step(Tasks.Crew crew, long secuencia, Runnable work, Consumer<String> poison) {
    return () -> run(crew, secuencia, work, poison, false);
  }

  /**
   * @param again whether the disk refused this step before
   */
  private void run(
      Tasks.Crew crew, long secuencia, Runnable work, Consumer<String> poison, boolean again) {
    try {
      work.run();
      taken(again);
    } catch (StoreException | ArchiveException | MailboxException e) {
      String why = String.valueOf(e.getMessage());
      lastError = Optional.of(why);
      if (!again) {
        refused.incrementAndGet();
      }
      pauses.set(Pauses.Kind.DISCO, why);
      crew.runAfter(DISK_WAIT, secuencia, () -> run(crew, secuencia, work, poison, true));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      taken(again);
      LOG.error("step failed", e);
      String what = e.getClass().getSimpleName();
      lastError = Optional.of(what + ": " + e.getMessage());
      crew.run(secuencia, step(crew, secuencia, () -> poison.accept(what), unused -> {}));
    }
  }

  /** The pause ends with the last of the steps that the disk refused. */
  private void taken(boolean again) {
    if (again && refused.decrementAndGet() == 0) {
      pauses.clear(Pauses.Kind.DISCO);
    }
  }

  /** A document moved on. */
  void moved() {
    progress.incrementAndGet();
  }

  /** Grows with each move of a document. */
  long progress() {
    return progress.get();
  }

  /** The last thing that went wrong, for a person. */
  Optional<String> lastError() {
    return lastError;
  }

  /** Remembers what went wrong. */
  void wrong(String what) {
    lastError = Optional.of(what);
  }
}
