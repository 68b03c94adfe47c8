package uy.pfacturas.cli.command;

import java.util.Optional;
import uy.pfacturas.cli.console.Progress;

/**
 * Shows how a backlog of signed documents is delivered; only where a person watches, and only once
 * it shrinks. Thread-safe.
 */
final class DeliveryProgress {
  /** What is on its way in a shop that sells is no backlog. */
  private static final long BACKLOG = 20;

  private final Session session;
  private Optional<Progress> bar = Optional.empty();
  private long most;

  DeliveryProgress(Session session) {
    this.session = session;
  }

  /** So many are left. */
  synchronized void left(long left) {
    if (left == 0) {
      bar.ifPresent(Progress::close);
      bar = Optional.empty();
      most = 0;
      return;
    }
    most = Math.max(most, left);
    if (bar.isEmpty() && left < most && most >= BACKLOG && session.console().terminal()) {
      bar = Optional.of(session.progress("progreso.entrega"));
    }
    bar.ifPresent(b -> b.at(most - left, most));
  }

  /** Writes lines above the bar. */
  synchronized void aside(Runnable lines) {
    bar.ifPresentOrElse(b -> b.aside(lines), lines);
  }
}
