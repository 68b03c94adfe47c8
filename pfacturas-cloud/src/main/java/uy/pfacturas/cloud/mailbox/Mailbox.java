package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Reading;

/**
 * One mailbox, owned by this synchronizer alone. Thread-safe; one thread claims, any may answer.
 *
 * <p>Days of folders are those of the clock's zone, which is to be the company's.
 */
public final class Mailbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  private final MailboxConfig config;
  private final PedidoReader reader;
  private final LargeFiles large;
  private final Clock clock;
  private final FaultText faultText;
  private final MailboxLock lock;
  private final Doorbell bell;
  private final RetryQueue queue;
  private final InWork inWork;
  private final StatusFiles statusFiles;
  private final Filing filing;
  private final Entrance entrance;
  private final Deque<Sighting> leftOvers;

  private Mailbox(
      MailboxConfig config,
      PedidoReader reader,
      BiPredicate<byte[], String> isComplete,
      LargeFiles large,
      Clock clock,
      Disk disk,
      Folders folders,
      MailboxLock lock)
      throws IOException {
    this.config = config;
    this.reader = reader;
    this.large = large;
    this.clock = clock;
    this.lock = lock;
    this.faultText = FaultText.of(config.locale());
    this.queue = new RetryQueue(config.renameRetry(), clock);
    this.inWork = new InWork(folders.proceso(), config.identity(), clock, new SecureRandom());
    this.statusFiles =
        new StatusFiles(
            folders,
            new StatusText(config.syntax()),
            queue,
            disk,
            clock,
            Long.toHexString(clock.millis()));
    this.filing = new Filing(folders, inWork, statusFiles, disk, clock, config);
    this.leftOvers = new ArrayDeque<>(inWork.leftOvers());
    this.bell = Doorbell.at(folders.entrada());
    this.entrance =
        new Entrance(
            folders, config, clock, inWork, bell, disk, isComplete, large, this::reportIncomplete);
  }

  /**
   * Makes the folders, takes the lock and proves that files can be written and moved.
   *
   * @param large the one of this process
   * @throws MailboxException if another synchronizer has it or a folder cannot be used
   */
  public static Mailbox open(
      MailboxConfig config, PedidoReader reader, LargeFiles large, Clock clock) {
    return open(config, reader, reader::isComplete, large, clock, Disk.REAL);
  }

  static Mailbox open(
      MailboxConfig config,
      PedidoReader reader,
      BiPredicate<byte[], String> isComplete,
      LargeFiles large,
      Clock clock,
      Disk disk) {
    Path root = Folders.makeRoot(config.root());
    MailboxLock lock = MailboxLock.take(root, clock);
    try {
      return new Mailbox(config, reader, isComplete, large, clock, disk, Folders.make(root), lock);
    } catch (MailboxException e) {
      lock.close();
      throw e;
    } catch (IOException e) {
      lock.close();
      throw notReadable(config, e);
    }
  }

  /** Its settings. */
  public MailboxConfig config() {
    return config;
  }

  /**
   * Takes up to {@code max} complete files: those that an earlier run left in work first, then the
   * oldest. Never waits. A file that cannot be taken now stays and is looked at again.
   *
   * @throws MailboxException if the folder cannot be read now
   */
  public synchronized List<Claim> claim(int max) {
    queue.retry();
    List<Claim> left = claimLeftOvers(max);
    if (!left.isEmpty()) {
      return left;
    }
    try {
      return entrance.take(max);
    } catch (IOException e) {
      throw notReadable(config, e);
    }
  }

  private List<Claim> claimLeftOvers(int max) {
    List<Claim> claims = new ArrayList<>();
    for (int n = leftOvers.size(); n > 0 && claims.size() < max; n--) {
      Sighting file = leftOvers.remove();
      if (inWork.isBusy(file)) {
        leftOvers.add(file);
      } else {
        claims.add(inWork.taken(file, file.path(), file.written()));
      }
    }
    return claims;
  }

  /**
   * Reads a taken file, of which at most {@code syntax.maxBytes} bytes; a larger one and one that
   * is gone are {@link Reading.Unreadable}. Repeatable.
   *
   * @throws MailboxException if it cannot be read now
   */
  public Reading read(Claim claim) {
    int limit = config.syntax().maxBytes();
    try (SeekableByteChannel channel = Ending.open(claim.file())) {
      long size = channel.size();
      if (size > limit) {
        return unreadable(
            Fault.of(MailboxFault.TOO_LARGE, "", "", Long.toString(size), Integer.toString(limit)));
      }
      return large.inTurn(
          size, () -> reader.read(Ending.read(channel, 0, (int) size), claim.fileName()));
    } catch (NoSuchFileException e) {
      return unreadable(Fault.of(MailboxFault.VANISHED, "", ""));
    } catch (IOException e) {
      throw new MailboxException(
          Fault.of(MailboxFault.HELD, "", "", claim.fileName(), RetryQueue.reason(e)), e);
    }
  }

  private static Reading unreadable(Fault fault) {
    return new Reading.Unreadable(Optional.empty(), List.of(fault));
  }

  /** Puts the file into {@code procesados/AAAA/MM/DD/} and frees its name. Repeatable. */
  public void processed(Claim claim) {
    putAway(claim, () -> filing.processed(claim));
  }

  /**
   * Puts the file into {@code rechazados/} beside a {@code .error.txt}, and frees its name.
   * Repeatable.
   *
   * @param text what is wrong and what to do, lines separated by line feeds
   */
  public void rejected(Claim claim, String text) {
    putAway(claim, () -> filing.rejected(claim, text));
  }

  /** {@link #rejected(Claim, String)} with all these faults, their places and remedies. */
  public void rejected(Claim claim, List<Fault> faults) {
    StringBuilder text = new StringBuilder();
    for (Fault fault : faults) {
      text.append(fault.code().code()).append("  ").append(faultText.sentence(fault)).append('\n');
      text.append("  -> ").append(faultText.remedy(fault)).append("\n\n");
    }
    rejected(claim, text.toString());
  }

  private void putAway(Claim claim, RetryQueue.Act act) {
    queue.submit(claim.file().toString(), act);
    if (entrance.hasNameWaiting()) {
      bell.ring();
    }
  }

  /**
   * Writes the status files: {@code salida/<baseName>.estado.txt} and {@code .json}, and the same
   * in {@code salida/por-id/} where the status bears an id. Never waits: what another program holds
   * is tried again by {@link #claim} and {@link #retry}; the latest state wins. Calls for the same
   * name must come in their order.
   *
   * @param baseName of the {@link Claim}
   * @throws IllegalArgumentException if the base name could leave the folder
   */
  public void writeStatus(StatusFile status, String baseName) {
    if (!SafeName.isSafe(baseName)) {
      throw new IllegalArgumentException("baseName is not of a claim: " + baseName);
    }
    statusFiles.write(status, baseName);
  }

  /**
   * Writes a file about the installation itself, {@code salida/<name>.txt} and {@code .json}, in
   * the same ways as a status file. Never waits; the latest wins.
   *
   * @param name one of ours, never one of the ERP
   * @param values text, numbers, amounts and flags by their keys, in their order
   */
  public void writeNotice(String name, Map<String, Optional<?>> values) {
    statusFiles.writeNotice(name, values);
  }

  /**
   * The last status file of an id, JSON text, also of a request that became no document; empty if
   * there is none, or if it was moved to {@code salida/AAAA/MM/}.
   *
   * @throws MailboxException if it cannot be read now
   */
  public Optional<String> findStatus(String id) {
    try {
      return statusFiles.findById(id);
    } catch (IOException e) {
      throw notReadable(config, e);
    }
  }

  private void reportIncomplete(Sighting file, Fault fault) {
    boolean isOther = fault.code() == MailboxFault.UNKNOWN_ENDING;
    String name = isOther ? file.name() : file.stem();
    writeStatus(
        StatusFileBuilder.builder()
            .estado(Estado.INCOMPLETO)
            .desde(OffsetDateTime.ofInstant(file.since(), clock.getZone()))
            .codigo(Optional.of(fault.code().code()))
            .mensaje(Optional.of(faultText.sentences(List.of(fault))))
            .queHacer(Optional.of(faultText.remedies(List.of(fault))))
            .build(),
        SafeName.ofFile(name, file.path()));
    LOG.warn("{}: {}", file.name(), faultText.sentence(fault));
  }

  /** Tries again what is due; called by {@link #claim} too. */
  public void retry() {
    queue.retry();
  }

  /** What could not be written or moved for longer than {@code renameRetry}; still being tried. */
  public List<Fault> troubles() {
    Instant limit = clock.instant().minus(config.renameRetry());
    Stream<Fault> held =
        waiting().stream()
            .filter(w -> w.why().code() == MailboxFault.HELD && !w.since().isAfter(limit))
            .map(Waiting::why);
    return Stream.concat(queue.overdue().stream(), held).toList();
  }

  /** What lay in {@code entrada/} at the last look and is not taken yet, and why; oldest first. */
  public List<Waiting> waiting() {
    return entrance.waiting().stream().sorted(Comparator.comparing(Waiting::since)).toList();
  }

  /**
   * Waits until something changed in {@code entrada/}, a waiting file or a retry is due, {@link
   * #wake} was called, or {@code max} is over; on network shares nothing tells of changes, so
   * {@code max} is the time between looks there.
   *
   * @throws InterruptedException if interrupted
   */
  public void awaitChange(Duration max) throws InterruptedException {
    Instant now = clock.instant();
    Instant due = queue.nextDue().orElse(Instant.MAX);
    if (entrance.due().isBefore(due)) {
      due = entrance.due();
    }
    bell.await(due.isBefore(now.plus(max)) ? Duration.between(now, due) : max);
  }

  /** Ends {@link #awaitChange} now, from any thread. */
  public void wake() {
    bell.ring();
  }

  /**
   * Moves status files older than {@code keepStatus} to {@code salida/AAAA/MM/}. For once a day.
   */
  public void tidy() {
    statusFiles.tidy(config.keepStatus());
  }

  /** Gives the lock back. Files in work stay, and are claimed first by the next. */
  @Override
  public void close() {
    queue.retry();
    bell.close();
    lock.close();
  }

  private static MailboxException notReadable(MailboxConfig config, IOException e) {
    String where =
        e instanceof FileSystemException f && f.getFile() != null
            ? f.getFile()
            : config.root().toString();
    return new MailboxException(
        Fault.of(MailboxFault.NOT_READABLE, "", "", where, RetryQueue.reason(e)), e);
  }
}
