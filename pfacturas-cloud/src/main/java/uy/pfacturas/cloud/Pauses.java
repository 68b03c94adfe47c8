package uy.pfacturas.cloud;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why the synchronizer does not take files now, for people to see. Thread-safe. */
final class Pauses {
  private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);

  /** What it waits for. */
  enum Kind {
    /** The cloud does not take the key. */
    CLAVE,
    /** The company's record is not known. */
    EMPRESA,
    /** Store, archive or mailbox cannot be written. */
    DISCO,
    /** A mailbox cannot be looked into; it is tried again, and the others are served. */
    BUZON
  }

  private record Cause(Kind kind, String where) {}

  private final Map<Cause, String> active = new LinkedHashMap<>();
  private final StatusListener listener;

  Pauses(StatusListener listener) {
    this.listener = listener;
  }

  void set(Kind kind, String reason) {
    set(kind, "", reason);
  }

  synchronized void set(Kind kind, String where, String reason) {
    if (!reason.equals(active.put(new Cause(kind, where), reason))) {
      LOG.warn("paused ({}): {}", kind, reason);
      listener.paused(reason());
    }
  }

  void clear(Kind kind) {
    clear(kind, "");
  }

  synchronized void clear(Kind kind, String where) {
    if (active.remove(new Cause(kind, where)) != null) {
      LOG.info("goes on ({})", kind);
      listener.paused(reason());
    }
  }

  /** Whether no file may be taken from any mailbox. */
  synchronized boolean isPaused() {
    return active.keySet().stream().anyMatch(cause -> cause.kind() != Kind.BUZON);
  }

  /** The reasons to show; empty while all works. */
  synchronized Optional<String> reason() {
    return active.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", active.values()));
  }
}
