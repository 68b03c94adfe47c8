package uy.pfacturas.cloud.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.store.SecondCopy;

/**
 * The second copy: an append-only journal of every decision, forced to its disk in groups. Its
 * files ({@code diario-000001.pfj}, …) are only added to, and never deleted. When its medium fails
 * it says so in {@link #trouble} and goes on (protocol §5.6). Thread-safe.
 */
public final class Journal implements SecondCopy, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int MAX_GROUP = 256;

  private final Segments segments;
  private final BlockingQueue<Group> queue = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "segunda-copia");
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Group end = new Group(List.of(), () -> ended.complete(null));
  private volatile Optional<String> trouble = Optional.empty();
  private final AtomicLong losses = new AtomicLong();
  private volatile long mended;

  private Journal(Segments segments) {
    this.segments = segments;
  }

  /**
   * Opens the journal in a folder, made if absent. A folder that cannot be used is a {@link
   * #trouble}, not an exception.
   */
  public static Journal open(Path folder) {
    Journal journal = new Journal(new Segments(folder));
    try {
      journal.segments.open();
    } catch (IOException e) {
      journal.failed(e);
    }
    journal.thread.start();
    return journal;
  }

  /**
   * Reads the entries of the newest file that has any, oldest first.
   *
   * @throws IOException if they cannot be read
   */
  public void readNewest(Consumer<JsonNode> reader) throws IOException {
    segments.readNewest(reader);
  }

  /**
   * Reads all entries, oldest first; what is damaged is left out, and is missing then in their
   * order.
   *
   * @throws IOException if they cannot be read
   */
  public void readAll(Consumer<JsonNode> reader) throws IOException {
    segments.readAll(reader);
  }

  @Override
  public long losses() {
    return losses.get();
  }

  /** All that had been lost was told again; nothing if more was lost meanwhile. */
  public void mended(long losses) {
    mended = losses;
  }

  @Override
  public boolean isWhole() {
    return losses.get() == mended;
  }

  @Override
  public void append(List<byte[]> entries, Runnable done) {
    queue.add(new Group(entries, done));
  }

  /** Why the second copy is not being written, for a person; empty while it is. */
  public Optional<String> trouble() {
    return trouble;
  }

  private void run() {
    List<Group> groups = new ArrayList<>();
    boolean over = false;
    while (!over) {
      try {
        groups.add(queue.take());
      } catch (InterruptedException e) {
        // Only close() ends this thread; nobody else knows it.
        continue;
      }
      queue.drainTo(groups, MAX_GROUP - 1);
      over = groups.contains(end);
      append(groups.stream().flatMap(g -> g.entries.stream()).toList(), over);
      groups.forEach(g -> g.done.run());
      groups.clear();
    }
  }

  private void append(List<byte[]> entries, boolean over) {
    try {
      if (!entries.isEmpty()) {
        segments.append(entries);
        if (trouble.isPresent()) {
          LOG.warn("second copy is written again");
        }
        trouble = Optional.empty();
      }
      if (over) {
        segments.close();
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    if (trouble.isEmpty()) {
      LOG.error("second copy cannot be written: {}", e.toString());
    }
    losses.incrementAndGet();
    trouble =
        Optional.of(
            "La segunda copia no se puede escribir en "
                + segments.folder()
                + ": "
                + e.getMessage()
                + ". Las facturas siguen; revise ese disco ya.");
  }

  /** Writes what waits and closes the file. */
  @Override
  public void close() {
    queue.add(end);
    ended.join();
  }

  private record Group(List<byte[]> entries, Runnable done) {}
}
