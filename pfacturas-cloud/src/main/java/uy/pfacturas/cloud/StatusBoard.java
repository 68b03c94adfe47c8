package uy.pfacturas.cloud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.StatusFile;

/**
 * Writes status files in one thread, the newest state of each document only. A state on the way
 * waits a moment for the next one, and is left out where that comes; a last answer does not wait.
 * The first answer to a file, for which a cashier waits, goes before what is said of older ones.
 * Thread-safe.
 */
final class StatusBoard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

  private record Key(String buzon, String base) {}

  /**
   * What is to be written.
   *
   * @param secuencia order of arrival of its document; 0 for other requests
   * @param finished id at the cloud of a document that is answered with this; empty for none
   * @param after what follows once it is written, such as moving the ERP's file
   */
  record Post(
      Buzon buzon,
      String base,
      StatusFile status,
      long secuencia,
      Optional<String> finished,
      List<Runnable> after) {
    /** Whether the ERP's file is still there, and somebody waits. */
    boolean isFirst() {
      return !after.isEmpty();
    }

    /** Whether another state of the same document may follow soon: not when the line is down. */
    boolean isOnTheWay() {
      return secuencia > 0 && finished.isEmpty() && status.estado() != Estado.FIRMADO_CONTINGENCIA;
    }
  }

  /**
   * @param due when it is to be written, by the clock of the machine
   */
  private record Waiting(Post post, long due) {}

  private static final long MOMENT_NANOS = 50_000_000;
  private static final long WHILE_NANOS = 10_000_000_000L;
  private static final int NAMES = 10_000;

  /** Written between two looks at what is there; of it so much for what is not a first answer. */
  private static final int ROUND = 16;

  private static final int RESERVED = 4;

  /** So many that wait are enough. */
  private static final int FULL = 256;

  private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
  private final Map<Key, Long> owners =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
          return size() > NAMES;
        }
      };
  private final Tasks tasks;
  private final StatusListener listener;
  private final Consumer<List<String>> finisher;
  private final Thread thread = new Thread(this::run, "estados");
  private boolean closed;

  /**
   * @param finisher is given the ids of documents whose last answer is written
   */
  StatusBoard(Tasks tasks, StatusListener listener, Consumer<List<String>> finisher) {
    this.tasks = tasks;
    this.listener = listener;
    this.finisher = finisher;
  }

  void start() {
    thread.start();
  }

  /**
   * Writes this soon. Posts of one document are to come in their order. Where a later document came
   * in a file of the same name, the status file of that name is the later one's, and the older is
   * answered under its id.
   */
  void post(Post given) {
    listener.changed(given.base(), given.status());
    synchronized (this) {
      Post post = named(given);
      Key key = new Key(post.buzon().nombre(), post.base());
      long now = System.nanoTime();
      long due = post.isOnTheWay() ? now + MOMENT_NANOS : now;
      Waiting older = waiting.remove(key);
      if (older == null) {
        tasks.begun();
        waiting.put(key, new Waiting(post, due));
      } else {
        Post merged = merge(older.post(), post);
        waiting.put(key, new Waiting(merged, Math.min(older.due(), due)));
      }
      notifyAll();
    }
  }

  private Post named(Post post) {
    Key key = new Key(post.buzon().nombre(), post.base());
    long owner = owners.getOrDefault(key, 0L);
    if (post.secuencia() == 0 || post.secuencia() >= owner) {
      owners.put(key, post.secuencia() == 0 ? owner : post.secuencia());
      return post;
    }
    return new Post(
        post.buzon(),
        post.status().id().orElse(post.base()),
        post.status(),
        post.secuencia(),
        post.finished(),
        post.after());
  }

  private static Post merge(Post older, Post newer) {
    List<Runnable> after = new ArrayList<>(older.after());
    after.addAll(newer.after());
    return new Post(
        newer.buzon(),
        newer.base(),
        newer.status(),
        newer.secuencia(),
        newer.finished().or(older::finished),
        after);
  }

  private void run() {
    List<Post> posts = take();
    while (!posts.isEmpty()) {
      List<String> finished = new ArrayList<>();
      for (Post post : posts) {
        if (write(post)) {
          post.finished().ifPresent(finished::add);
        }
      }
      finish(finished);
      posts.forEach(post -> tasks.ended());
      posts = take();
    }
  }

  /** Whether more is said than can be written now: what can be said later should wait. */
  synchronized boolean isFull() {
    return waiting.size() >= FULL;
  }

  /** What is due, at most a round of it; empty when there is nothing and it is closed. */
  private synchronized List<Post> take() {
    while (true) {
      long now = System.nanoTime();
      List<Post> posts =
          round(waiting.values().stream().filter(w -> closed || w.due() - now <= 0).toList());
      if (!posts.isEmpty() || closed) {
        posts.forEach(post -> waiting.remove(new Key(post.buzon().nombre(), post.base())));
        return posts;
      }
      awaitNext(now);
    }
  }

  private static List<Post> round(List<Waiting> due) {
    List<Post> first = due.stream().map(Waiting::post).filter(Post::isFirst).toList();
    List<Post> others = due.stream().map(Waiting::post).filter(post -> !post.isFirst()).toList();
    int most = ROUND - Math.min(others.size(), RESERVED);
    int written = Math.min(first.size(), most);
    return Stream.concat(first.stream().limit(most), others.stream().limit(ROUND - written))
        .toList();
  }

  /** Waits until something is due or posted, or for a while. */
  private synchronized void awaitNext(long now) {
    long next = waiting.values().stream().mapToLong(w -> w.due() - now).min().orElse(WHILE_NANOS);
    try {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, next));
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private static boolean write(Post post) {
    try {
      post.buzon().mailbox().writeStatus(post.status(), post.base());
      post.after().forEach(Runnable::run);
      return true;
    } catch (RuntimeException e) {
      // The document stays open in the store, so that the next start writes its state again.
      LOG.error("status of {} could not be written: {}", post.base(), e.toString(), e);
      return false;
    }
  }

  private void finish(List<String> ids) {
    try {
      if (!ids.isEmpty()) {
        finisher.accept(ids);
      }
    } catch (RuntimeException e) {
      LOG.error("{} documents could not be marked as answered: {}", ids.size(), e.toString());
    }
  }

  /** Writes what waits, then ends. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
