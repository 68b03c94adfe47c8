package uy.pfacturas.signing.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Acts in turns, so that whatever else the machine does falls on all of them. */
final class Turns {
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;

  private final Plan plan;

  Turns(Plan plan) {
    this.plan = plan;
  }

  /**
   * What one act cost, medians of its turns.
   *
   * @param millis processor time of one call: what other programs take meanwhile does not count
   * @param rate calls a second of all threads, by the clock on the wall
   */
  record Cost(double millis, double rate) {}

  private record Slice(long calls, long spent) {}

  /** Each act by so many threads at once; the costs in their order. */
  List<Cost> measure(int threads, List<Runnable> acts)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<List<Cost>> costs = new ArrayList<>();
      acts.forEach(act -> costs.add(new ArrayList<>()));
      for (int round = -plan.rounds() / 3; round < plan.rounds(); round++) {
        for (int n = 0; n < acts.size(); n++) {
          Cost cost = turn(pool, threads, acts.get(n));
          if (round >= 0) {
            costs.get(n).add(cost);
          }
        }
      }
      return costs.stream().map(Turns::median).toList();
    } finally {
      pool.shutdown();
    }
  }

  private Cost turn(ExecutorService pool, int threads, Runnable act)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long calls = 0;
    long spent = 0;
    Callable<Slice> slice = () -> slice(act);
    for (Future<Slice> future : pool.invokeAll(Collections.nCopies(threads, slice))) {
      calls += future.get().calls();
      spent += future.get().spent();
    }
    return new Cost(spent / MILLI / calls, calls / ((System.nanoTime() - start) / SECOND));
  }

  private Slice slice(Runnable act) {
    long end = System.nanoTime() + plan.slice().toNanos();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long calls = 0;
    while (System.nanoTime() < end) {
      act.run();
      calls++;
    }
    return new Slice(calls, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
  }

  private static Cost median(List<Cost> costs) {
    double[] millis = costs.stream().mapToDouble(Cost::millis).sorted().toArray();
    double[] rates = costs.stream().mapToDouble(Cost::rate).toArray();
    Arrays.sort(rates);
    return new Cost(millis[millis.length / 2], rates[rates.length / 2]);
  }
}
