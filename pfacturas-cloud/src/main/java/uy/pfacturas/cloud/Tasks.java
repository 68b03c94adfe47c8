package uy.pfacturas.cloud;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads of the synchronizer: few, and what is oldest comes first. Knows when nothing is being
 * worked on.
 */
final class Tasks implements AutoCloseable {
  /** A crew of threads with its queue. */
  final class Crew {
    private final ThreadPoolExecutor pool;

    private Crew(String name, int threads) {
      AtomicLong made = new AtomicLong();
      pool =
          new ThreadPoolExecutor(
              threads,
              threads,
              30,
              TimeUnit.SECONDS,
              new PriorityBlockingQueue<>(),
              task -> new Thread(task, name + "-" + made.incrementAndGet()));
      pool.allowCoreThreadTimeOut(true);
    }

    /** Runs this, older ones first. */
    void run(long secuencia, Runnable work) {
      begun();
      try {
        pool.execute(new Task(secuencia, order.incrementAndGet(), work));
      } catch (RejectedExecutionException e) {
        // Closing: the next run takes it up from the store.
        ended();
      }
    }

    /** Runs this later; what is returned takes it back, if its time has not come. */
    Runnable runAfter(Duration wait, long secuencia, Runnable work) {
      if (wait.isZero()) {
        run(secuencia, work);
        return () -> {};
      }
      delayed(1);
      AtomicBoolean isWaiting = new AtomicBoolean(true);
      try {
        Future<?> future =
            timer.schedule(
                () -> {
                  if (isWaiting.compareAndSet(true, false)) {
                    run(secuencia, work);
                    delayed(-1);
                  }
                },
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> {
          // A future that has begun may be cancelled too.
          if (isWaiting.compareAndSet(true, false)) {
            future.cancel(false);
            delayed(-1);
          }
        };
      } catch (RejectedExecutionException e) {
        // Closing: the next run takes it up from the store.
        delayed(-1);
        return () -> {};
      }
    }
  }

  private final class Task implements Runnable, Comparable<Task> {
    private final long secuencia;
    private final long arrival;
    private final Runnable work;

    Task(long secuencia, long arrival, Runnable work) {
      this.secuencia = secuencia;
      this.arrival = arrival;
      this.work = work;
    }

    @Override
    public void run() {
      try {
        work.run();
      } finally {
        ended();
      }
    }

    @Override
    public int compareTo(Task other) {
      int bySequence = Long.compare(secuencia, other.secuencia);
      return bySequence != 0 ? bySequence : Long.compare(arrival, other.arrival);
    }
  }

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "reloj"));
  private final AtomicLong order = new AtomicLong();
  private final java.util.List<Crew> crews = new java.util.concurrent.CopyOnWriteArrayList<>();
  private long active;
  private long delayed;

  Tasks() {
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** A crew of this many threads at most. */
  Crew crew(String name, int threads) {
    Crew crew = new Crew(name, threads);
    crews.add(crew);
    return crew;
  }

  /** Counts something as being worked on. */
  synchronized void begun() {
    active++;
  }

  /** Counts it as ended. */
  synchronized void ended() {
    active--;
    notifyAll();
  }

  /** Tasks queued or running. */
  synchronized long active() {
    return active;
  }

  private synchronized void delayed(int more) {
    delayed += more;
  }

  /**
   * Whether nothing is queued or running and at most so many tasks wait for their time. Both are
   * seen at one moment: a task whose time comes is never missed between the two.
   */
  synchronized boolean isAtRest(long most) {
    return active == 0 && delayed <= most;
  }

  /**
   * Waits until at most so many tasks are queued or running.
   *
   * @return false if that did not happen in this time
   */
  synchronized boolean awaitAtMost(long most, Duration max) throws InterruptedException {
    long end = System.nanoTime() + max.toNanos();
    while (active > most) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  /** Forgets what waits for its time, finishes what runs. What is queued is not begun. */
  @Override
  public void close() {
    timer.shutdownNow();
    crews.forEach(crew -> crew.pool.getQueue().clear());
    crews.forEach(crew -> crew.pool.shutdown());
    boolean interrupted = false;
    for (Crew crew : crews) {
      try {
        if (!crew.pool.awaitTermination(60, TimeUnit.SECONDS)) {
          org.slf4j.LoggerFactory.getLogger(Tasks.class).warn("a step does not end; left alone");
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
