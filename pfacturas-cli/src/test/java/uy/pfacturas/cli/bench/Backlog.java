package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import uy.pfacturas.cli.proof.Program;

/**
 * How fast files are worked off that lie in {@code entrada/} before the synchronizer starts.
 *
 * @param warm documents a second, once the first have been answered
 * @param cold documents a second since the process was started
 */
record Backlog(double warm, double cold) {
  private static final int AHEAD = 64;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final double SECOND = 1e9;

  /**
   * @param run the synchronizer, not started
   * @param ready files that are answered before the warm rate counts
   * @param counted files that count
   */
  static Backlog measure(Sales sales, Path mailbox, Program run, int ready, int counted)
      throws IOException {
    List<String> bases = sales.write(ready + counted);
    for (int n = 0; n < bases.size(); n++) {
      sales.enter();
    }
    long start = System.nanoTime();
    run.start();
    Status status = new Status(mailbox.resolve("salida"));
    List<Long> ends = follow(status::isFinal, new ArrayList<>(bases));
    double warm = ends.get(ready + counted - 1) - ends.get(ready - 1);
    double cold = ends.get(counted - 1) - start;
    return new Backlog(counted / (warm / SECOND), counted / (cold / SECOND));
  }

  /** When each answer was seen, in order; a few files ahead of the oldest are looked at. */
  private static List<Long> follow(Status.Question isOver, List<String> waiting)
      throws IOException {
    List<Long> ends = new ArrayList<>();
    long moved = System.nanoTime();
    while (!waiting.isEmpty()) {
      List<String> answered = answered(isOver, waiting);
      waiting.removeAll(answered);
      long now = System.nanoTime();
      answered.forEach(base -> ends.add(now));
      moved = answered.isEmpty() ? moved : now;
      if (now - moved > PATIENCE_NANOS) {
        throw new IllegalStateException("no answer any more, " + waiting.size() + " wait");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return ends;
  }

  private static List<String> answered(Status.Question isOver, List<String> waiting)
      throws IOException {
    List<String> answered = new ArrayList<>();
    int open = 0;
    for (int n = 0; n < waiting.size() && open < AHEAD; n++) {
      if (isOver.is(waiting.get(n))) {
        answered.add(waiting.get(n));
      } else {
        open++;
      }
    }
    return answered;
  }
}
