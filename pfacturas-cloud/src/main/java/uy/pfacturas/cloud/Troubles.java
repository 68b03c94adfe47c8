package uy.pfacturas.cloud;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The troubles of this moment; people are told when one begins and when it is over. Thread-safe.
 */
final class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  private final StatusListener listener;
  private final Map<Trouble, String> active = new EnumMap<>(Trouble.class);

  Troubles(StatusListener listener) {
    this.listener = listener;
  }

  /**
   * It lasts, or begins.
   *
   * @param reason why, and what to do
   */
  synchronized void set(Trouble trouble, String reason) {
    String before = active.put(trouble, reason);
    if (!reason.equals(before)) {
      LOG.warn("{}: {}", trouble, reason);
    }
    if (before == null) {
      tell(() -> listener.troubled(reason));
    }
  }

  /** It is over, if it was there. */
  synchronized void clear(Trouble trouble) {
    if (active.remove(trouble) != null) {
      LOG.info("{} is over", trouble);
      tell(() -> listener.over(trouble));
    }
  }

  /** Who is told must not keep the work from going on. */
  private static void tell(Runnable words) {
    try {
      words.run();
    } catch (RuntimeException e) {
      LOG.error("listener failed", e);
    }
  }

  /** It lasts with this reason, or is not there. */
  void set(Trouble trouble, Optional<String> reason) {
    reason.ifPresentOrElse(why -> set(trouble, why), () -> clear(trouble));
  }

  /** Why these last, those that do, in this order. */
  synchronized List<String> reasons(List<Trouble> wanted) {
    return wanted.stream().flatMap(t -> Optional.ofNullable(active.get(t)).stream()).toList();
  }

  /** Whether files are to be left alone. */
  synchronized boolean isPaused() {
    return active.keySet().stream().anyMatch(Trouble::isPause);
  }

  /** Why files are left alone, to be shown; empty while they are taken. */
  synchronized Optional<String> pause() {
    String reasons =
        active.entrySet().stream()
            .filter(e -> e.getKey().isPause())
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(" "));
    return Optional.of(reasons).filter(text -> !text.isEmpty());
  }
}
