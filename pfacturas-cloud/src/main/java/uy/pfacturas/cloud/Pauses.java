package uy.pfacturas.cloud;

import java.util.EnumMap;
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
    DISCO
  }

  private final Map<Kind, String> active = new EnumMap<>(Kind.class);
  private final StatusListener listener;

  Pauses(StatusListener listener) {
    this.listener = listener;
  }

  synchronized void set(Kind kind, String reason) {
    if (!reason.equals(active.put(kind, reason))) {
      LOG.warn("paused ({}): {}", kind, reason);
      listener.paused(reason());
    }
  }

  synchronized void clear(Kind kind) {
    if (active.remove(kind) != null) {
      LOG.info("goes on ({})", kind);
      listener.paused(reason());
    }
  }

  synchronized boolean isPaused() {
    return !active.isEmpty();
  }

  /** The reason to show; empty while it works. */
  synchronized Optional<String> reason() {
    return active.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", active.values()));
  }
}
