package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import uy.pfacturas.core.fault.Fault;

/**
 * Acts on files that another program may hold. Each is tried at once and, where that fails, again
 * until it succeeds; nobody waits for it. A later act of the same name takes the place of an
 * earlier one. Thread-safe.
 */
final class RetryQueue {
  private static final Logger LOG = LoggerFactory.getLogger(RetryQueue.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Something to do to a file; may have to be done again. */
  @FunctionalInterface
  interface Act {
    void run() throws IOException;
  }

  private record Pending(Act act, Fault fault, Instant since, Instant next) {}

  private final ConcurrentHashMap<String, Pending> pending = new ConcurrentHashMap<>();
  private final Duration patience;
  private final Clock clock;

  /**
   * @param patience how long an act may fail before it is reported; afterwards it is tried at this
   *     interval
   */
  RetryQueue(Duration patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /** Does it, now or later; acts of one name never run at the same time, nor in another order. */
  void submit(String name, Act act) {
    pending.compute(name, (key, earlier) -> attempt(key, act, earlier));
  }

  /** Does it now or never; not at all while another act of this name waits. */
  void tryOnce(String name, Act act) {
    pending.compute(
        name,
        (key, waiting) -> {
          if (waiting == null) {
            attempt(key, act, null);
          }
          return waiting;
        });
  }

  /** Tries what is due. */
  void retry() {
    Instant now = clock.instant();
    for (var entry : pending.entrySet()) {
      if (!entry.getValue().next().isAfter(now)) {
        pending.computeIfPresent(
            entry.getKey(), (key, waiting) -> attempt(key, waiting.act(), waiting));
      }
    }
  }

  /** When something is due next; empty if nothing waits. */
  Optional<Instant> nextDue() {
    return pending.values().stream().map(Pending::next).min(Instant::compareTo);
  }

  /** What has failed for longer than the patience. */
  List<Fault> overdue() {
    Instant limit = clock.instant().minus(patience);
    return pending.values().stream()
        .filter(p -> !p.since().isAfter(limit))
        .map(Pending::fault)
        .toList();
  }

  private @Nullable Pending attempt(String name, Act act, @Nullable Pending earlier) {
    try {
      act.run();
      return null;
    } catch (IOException e) {
      Instant now = clock.instant();
      Instant since = earlier == null ? now : earlier.since();
      boolean isLate = !since.plus(patience).isAfter(now);
      LOG.atLevel(isLate ? Level.WARN : Level.DEBUG).log("{}: {}", name, e.toString());
      return new Pending(act, fault(e, name), since, now.plus(isLate ? patience : PAUSE));
    }
  }

  /** A move names two files, and fails because somebody holds one; all else is the folder's. */
  static Fault fault(IOException e, String name) {
    boolean isMove = e instanceof FileSystemException f && f.getOtherFile() != null;
    return Fault.of(
        isMove ? MailboxFault.HELD : MailboxFault.NOT_WRITABLE, "", "", name, reason(e));
  }

  /** What the system says, without the names that the caller knows. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no existe";
    } else if (e instanceof AccessDeniedException) {
      return "acceso denegado";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
