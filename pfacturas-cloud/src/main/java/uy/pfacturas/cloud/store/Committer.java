package uy.pfacturas.cloud.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Makes changes in groups, one group after the other. */
final class Committer implements AutoCloseable {
  private static final int MAX_GROUP = 64;

  private final Medium medium;
  private final SecondCopy copy;
  private final BlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
  private final Pending<?> end = new Pending<>(draft -> "end");
  private final @Nullable Thread thread;
  private long knownLosses;

  private Committer(Medium medium, SecondCopy copy, boolean threaded) {
    this.medium = medium;
    this.copy = copy;
    this.thread = threaded ? new Thread(this::run, "almacen") : null;
  }

  static Committer threaded(Medium medium, SecondCopy copy) {
    Committer committer = new Committer(medium, copy, true);
    if (committer.thread != null) {
      committer.thread.start();
    }
    return committer;
  }

  static Committer direct(Medium medium, SecondCopy copy) {
    return new Committer(medium, copy, false);
  }

  <R> CompletableFuture<R> commit(Change<R> change) {
    Pending<R> pending = new Pending<>(change);
    if (thread == null) {
      synchronized (this) {
        commit(List.of(pending));
      }
    } else {
      queue.add(pending);
    }
    return pending.done;
  }

  private void run() {
    List<Pending<?>> group = new ArrayList<>();
    boolean ended = false;
    while (!ended) {
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        // Only close() ends this thread; nobody else knows it.
        continue;
      }
      queue.drainTo(group, MAX_GROUP - 1);
      ended = group.remove(end);
      commit(List.copyOf(group));
      group.clear();
    }
  }

  private void commit(List<Pending<?>> group) {
    Draft draft = new Draft(medium);
    group.forEach(pending -> pending.apply(draft));
    long losses = copy.losses();
    if (losses != knownLosses) {
      // What is said from now on hides the gap; whoever starts next has to know of it.
      draft.put(Table.ESTADO, DocumentStore.COPY_OWED, true);
      draft.keep();
    }
    try {
      Map<Table, Map<String, Optional<byte[]>>> changes = draft.changes();
      if (!changes.isEmpty()) {
        medium.write(changes);
      }
      knownLosses = losses;
    } catch (StoreException e) {
      group.forEach(pending -> pending.done.completeExceptionally(e));
      return;
    }
    if (draft.entries().isEmpty()) {
      group.forEach(Pending::complete);
    } else {
      copy.append(List.copyOf(draft.entries()), () -> group.forEach(Pending::complete));
    }
  }

  @Override
  public void close() {
    if (thread == null) {
      return;
    }
    queue.add(end);
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

  /** A change and whom it is told. */
  private static final class Pending<R> {
    private final Change<R> change;
    private final CompletableFuture<R> done = new CompletableFuture<>();
    private @Nullable R result;

    Pending(Change<R> change) {
      this.change = change;
    }

    void apply(Draft draft) {
      try {
        result = change.apply(draft);
        draft.keep();
      } catch (RuntimeException e) {
        draft.forget();
        done.completeExceptionally(e);
      }
    }

    void complete() {
      // Without a result it threw, and has been told so.
      if (result != null) {
        done.complete(result);
      }
    }
  }
}
