package uy.pfacturas.cloud.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Reading;

/**
 * One mailbox, owned by this synchronizer alone. Thread-safe; one thread claims, any may answer.
 *
 * <p>Days of folders are those of the clock's zone, which is to be the company's.
 */
public final class Mailbox implements AutoCloseable {
  private Mailbox() {}

  /**
   * Makes the folders, takes the lock and proves that files can be written and moved.
   *
   * @throws MailboxException if another synchronizer has it or a folder cannot be used
   */
  public static Mailbox open(MailboxConfig config, PedidoReader reader, Clock clock) {
    throw new UnsupportedOperationException("open " + config + clock + reader.hashCode());
  }

  /** Its settings. */
  public MailboxConfig config() {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes up to {@code max} complete files, those that an earlier run left in work first, then the
   * oldest. Never waits. A file that cannot be taken now stays and is looked at again.
   *
   * @throws MailboxException if the folder cannot be read now
   */
  public List<Claim> claim(int max) {
    throw new UnsupportedOperationException("claim " + max);
  }

  /**
   * Reads a taken file, of which at most {@code syntax.maxBytes} bytes; a larger one and one that
   * is gone are {@link Reading.Unreadable}. Repeatable.
   *
   * @throws MailboxException if it cannot be read now
   */
  public Reading read(Claim claim) {
    throw new UnsupportedOperationException("read " + claim);
  }

  /** Puts the file into {@code procesados/AAAA/MM/DD/} and frees its name. Repeatable. */
  public void processed(Claim claim) {
    throw new UnsupportedOperationException("processed " + claim);
  }

  /**
   * Puts the file into {@code rechazados/} beside a {@code .error.txt}, and frees its name.
   * Repeatable.
   *
   * @param text what is wrong and what to do, lines separated by line feeds
   */
  public void rejected(Claim claim, String text) {
    throw new UnsupportedOperationException("rejected " + claim + text);
  }

  /** {@link #rejected(Claim, String)} with all these faults, their places and remedies. */
  public void rejected(Claim claim, List<Fault> faults) {
    throw new UnsupportedOperationException("rejected " + claim + faults);
  }

  /**
   * Writes the status files: {@code salida/<baseName>.estado.txt} and {@code .json}, and the same
   * in {@code salida/por-id/} where the status bears an id. Never waits: what another program holds
   * is tried again by {@link #claim} and {@link #retry}; the latest state wins. Calls for the same
   * name must come in their order.
   */
  public void writeStatus(StatusFile status, String baseName) {
    throw new UnsupportedOperationException("writeStatus " + status + baseName);
  }

  /** Tries again what is due; called by {@link #claim} too. */
  public void retry() {
    throw new UnsupportedOperationException();
  }

  /** What could not be written or moved for longer than {@code renameRetry}; still being tried. */
  public List<Fault> troubles() {
    throw new UnsupportedOperationException();
  }

  /** What lay in {@code entrada/} at the last look and is not taken yet, and why. */
  public List<Waiting> waiting() {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits until something changed in {@code entrada/}, a waiting file or a retry is due, {@link
   * #wake} was called, or {@code max} is over; on network shares nothing tells of changes, so
   * {@code max} is the time between looks there.
   *
   * @throws InterruptedException if interrupted
   */
  public void awaitChange(Duration max) throws InterruptedException {
    throw new UnsupportedOperationException("awaitChange " + max);
  }

  /** Ends {@link #awaitChange} now, from any thread. */
  public void wake() {
    throw new UnsupportedOperationException();
  }

  /**
   * Moves status files older than {@code keepStatus} to {@code salida/AAAA/MM/}. For once a day.
   */
  public void tidy() {
    throw new UnsupportedOperationException();
  }

  /** Gives the lock back. Files in work stay, and are claimed first by the next. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
