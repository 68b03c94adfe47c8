package uy.pfacturas.cloud;

import java.time.Duration;
import java.util.Optional;
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

  private final Troubles troubles;
  private final AtomicLong progress = new AtomicLong();
  private int waiting;
  private volatile Optional<String> lastError = Optional.empty();

  Guard(Troubles troubles) {
    this.troubles = troubles;
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
   * @param refused whether the disk refused it before
   */
  private void run(
      Tasks.Crew crew, long secuencia, Runnable work, Consumer<String> poison, boolean refused) {
    try {
      work.run();
      passed(refused);
    } catch (StoreException | ArchiveException | MailboxException e) {
      String why = String.valueOf(e.getMessage());
      lastError = Optional.of(why);
      refused(refused, why);
      crew.runAfter(DISK_WAIT, secuencia, () -> run(crew, secuencia, work, poison, true));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("step failed", e);
      passed(refused);
      String what = e.getClass().getSimpleName();
      lastError = Optional.of(what + ": " + e.getMessage());
      crew.run(secuencia, step(crew, secuencia, () -> poison.accept(what), again -> {}));
    }
  }

  /** The disk refused a step; the others may go through, so that each of these is counted. */
  private synchronized void refused(boolean before, String why) {
    waiting += before ? 0 : 1;
    troubles.set(Trouble.DISCO, why);
  }

  private synchronized void passed(boolean before) {
    waiting -= before ? 1 : 0;
    if (waiting == 0) {
      troubles.clear(Trouble.DISCO);
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
