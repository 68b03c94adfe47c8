package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * One stay in contingencia: so many documents signed at the station, then delivered while new ones
 * come in.
 *
 * @param documents how many
 * @param signed of them a second
 * @param signing processor time of the station for each, in ms
 * @param delivered of them a second
 * @param delivering processor time of the station for each, in ms; that of the new ones included
 * @param meanwhile how long new ones waited for their signature while the others were delivered
 */
record Stay(
    int documents,
    double signed,
    double signing,
    double delivered,
    double delivering,
    Times meanwhile) {
  private static final int AT_ONCE = 512;
  private static final int LOOKED_AT = 64;
  private static final int REST = 20;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final double SECOND = 1e9;

  /** Lets files in, at most so many before their answers; nanoseconds until all are over. */
  static long sign(Sales sales, Status.Question isOver, int documents) throws IOException {
    Deque<String> ready = new ArrayDeque<>(sales.write(documents));
    Deque<String> waiting = new ArrayDeque<>();
    long start = System.nanoTime();
    long moved = start;
    while (!ready.isEmpty() || !waiting.isEmpty()) {
      while (!ready.isEmpty() && waiting.size() < AT_ONCE) {
        sales.enter();
        waiting.add(ready.remove());
      }
      long now = System.nanoTime();
      moved = removeAnswered(isOver, waiting) ? now : moved;
      if (now - moved > PATIENCE_NANOS) {
        throw new IllegalStateException("no answer any more, " + waiting.size() + " wait");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return System.nanoTime() - start;
  }

  /** Whether one of the oldest has its answer. */
  private static boolean removeAnswered(Status.Question isOver, Deque<String> waiting)
      throws IOException {
    boolean isAny = false;
    int open = 0;
    for (Iterator<String> all = waiting.iterator(); all.hasNext() && open < LOOKED_AT; ) {
      if (isOver.is(all.next())) {
        all.remove();
        isAny = true;
      } else {
        open++;
      }
    }
    return isAny;
  }

  /** Follows a delivery from its first message to its end, in a thread of its own. */
  static final class Delivery {
    private final IntSupplier left;
    private final int all;
    private final Thread thread = new Thread(this::follow, "entrega");
    private volatile long begin;
    private volatile long end;

    /**
     * @param left documents that are not delivered
     */
    Delivery(IntSupplier left) {
      this.left = left;
      this.all = left.getAsInt();
      thread.setDaemon(true);
      thread.start();
    }

    private void follow() {
      int before = all;
      long moved = System.nanoTime();
      while (end == 0 && System.nanoTime() - moved < PATIENCE_NANOS) {
        int now = left.getAsInt();
        moved = now < before ? System.nanoTime() : moved;
        before = now;
        if (begin == 0 && now < all) {
          begin = System.nanoTime();
        }
        if (now <= REST) {
          end = System.nanoTime();
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }

    /** Whether it goes on; it is over when hardly more is left than is new. */
    boolean isUnderWay() {
      return thread.isAlive();
    }

    /** Documents a second. */
    double rate() {
      if (end == 0) {
        throw new IllegalStateException("delivery does not go on, " + left.getAsInt() + " left");
      }
      return all / (Math.max(1, end - begin) / SECOND);
    }
  }

  /** The times of all of them. */
  static Times times(List<Times> all) {
    return all.stream().reduce(Times::and).orElseThrow();
  }
}
