package uy.pfacturas.cli.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import uy.pfacturas.cli.console.Progress;
import uy.pfacturas.cloud.StatusListener;
import uy.pfacturas.cloud.Trouble;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * Shows each document going from state to state, one line for each, and counts how they ended;
 * where the work has an end, also how much of it is done.
 */
final class Ticker implements StatusListener {
  private static final int MOST_SHOWN = 240;

  private final Session session;
  private final boolean isShowing;
  private final Map<String, Estado> last = new ConcurrentHashMap<>();
  private final DeliveryProgress delivery;
  private final AtomicLong ended = new AtomicLong();
  private volatile Optional<Progress> progress = Optional.empty();
  private volatile long expected;

  /**
   * @param isShowing whether lines are written, or states only counted
   */
  Ticker(Session session, boolean isShowing) {
    this.session = session;
    this.delivery = new DeliveryProgress(session);
    this.isShowing = isShowing;
  }

  /**
   * Shows from now on how much is done.
   *
   * @param files how many are expected at least
   */
  void measure(Progress shown, long files) {
    expected = files;
    progress = Optional.of(shown);
  }

  @Override
  public void changed(String base, StatusFile status) {
    Estado before = last.put(base, status.estado());
    boolean isNew = before != status.estado();
    // A document that is printed or printed again keeps its state; its paper is worth a line too.
    if (isShowing && (isNew || status.impreso().orElse(false))) {
      aside(() -> show(base, status));
    }
    if (Dispatch.isEnd(status.estado()) && (before == null || !Dispatch.isEnd(before))) {
      ended.incrementAndGet();
    } else if (before != null && Dispatch.isEnd(before) && !Dispatch.isEnd(status.estado())) {
      ended.decrementAndGet();
    }
    progress.ifPresent(p -> p.at(ended.get(), Math.max(expected, last.size())));
  }

  @Override
  public void undelivered(long left) {
    if (progress.isEmpty()) {
      delivery.left(left);
    }
  }

  @Override
  public void troubled(String what) {
    aside(() -> session.note("run.problema", what));
  }

  @Override
  public void over(Trouble trouble) {
    aside(() -> session.note("run.resuelto." + trouble.name()));
  }

  private void aside(Runnable lines) {
    progress.ifPresentOrElse(p -> p.aside(lines), () -> delivery.aside(lines));
  }

  private void show(String base, StatusFile status) {
    session.console().out().println(line(base, status));
    session.console().out().flush();
  }

  private String line(String base, StatusFile status) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%-24s %-11s", base, status.estado()));
    status
        .nro()
        .ifPresent(
            nro ->
                line.append(
                    String.format(
                        Locale.ROOT,
                        " %s %s-%d",
                        status.tipoCfe().map(TipoCfe::codigo).map(String::valueOf).orElse(""),
                        status.serie().orElse(""),
                        nro)));
    status
        .mntPagar()
        .ifPresent(
            amount ->
                line.append("  ")
                    .append(status.tpoMoneda().orElse(""))
                    .append(' ')
                    .append(amount.toPlainString()));
    Stream.of(status.pdf(), status.mensaje())
        .flatMap(Optional::stream)
        .forEach(text -> line.append("  ").append(shortened(text)));
    return line.toString();
  }

  /** The status file says all of it. */
  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…";
  }

  /** Documents that were delivered since the start. */
  long delivered() {
    return last.values().stream().filter(e -> e == Estado.ENTREGADO).count();
  }

  /** Files that were refused since the start. */
  long rejected() {
    return last.values().stream().filter(e -> e == Estado.RECHAZADO).count();
  }
}
