package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Times from the moment in which a whole file is visible in {@code entrada/} to the moment in which
 * its status file says what is waited for, as told by the folder's events and then read.
 */
final class Latency {
  private static final long PATIENCE_SECONDS = 60;

  private final Sales sales;
  private final Path salida;
  private final Status.Question isOver;
  private final Map<String, Long> entered = new ConcurrentHashMap<>();
  private final List<Long> nanos = new ArrayList<>();

  /**
   * @param isOver what is waited for
   */
  Latency(Sales sales, Path salida, Status.Question isOver) {
    this.sales = sales;
    this.salida = salida;
    this.isOver = isOver;
  }

  /** Lets so many files in, one each period, and waits until it is over for each. */
  Times measure(int files, Duration period) throws IOException, InterruptedException {
    List<String> bases = sales.write(files);
    nanos.clear();
    try (WatchService events = salida.getFileSystem().newWatchService()) {
      salida.register(events, StandardWatchEventKinds.ENTRY_CREATE);
      Thread erp = new Thread(() -> enter(bases, period), "erp");
      erp.setDaemon(true);
      erp.start();
      while (nanos.size() < files) {
        WatchKey key = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (key == null) {
          throw new IllegalStateException("no answer any more, after " + nanos.size());
        }
        for (WatchEvent<?> event : key.pollEvents()) {
          look(event);
        }
        key.reset();
      }
      erp.join();
    }
    return Times.ofNanos(nanos);
  }

  private void enter(List<String> bases, Duration period) {
    long start = System.nanoTime();
    for (int n = 0; n < bases.size(); n++) {
      long due = start + n * period.toNanos();
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      try {
        // Before the move, which counts too.
        entered.put(bases.get(n), System.nanoTime());
        sales.enter();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void look(WatchEvent<?> event) throws IOException {
    if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
      for (String base : List.copyOf(entered.keySet())) {
        look(base);
      }
      return;
    }
    String name = String.valueOf(event.context());
    if (name.endsWith(Status.ENDING)) {
      look(name.substring(0, name.length() - Status.ENDING.length()));
    }
  }

  private void look(String base) throws IOException {
    Long since = entered.get(base);
    if (since != null && isOver.is(base)) {
      nanos.add(System.nanoTime() - since);
      entered.remove(base);
    }
  }
}
