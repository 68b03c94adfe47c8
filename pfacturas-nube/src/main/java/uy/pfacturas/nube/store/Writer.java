package uy.pfacturas.nube.store;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.nube.epoch.Epoch;
import uy.pfacturas.nube.epoch.Mark;

/**
 * The one thread that changes the database. Changes that wait at the same moment share a commit,
 * each within a savepoint of its own, and none is answered before that commit is on the disk.
 */
final class Writer implements AutoCloseable {
  private static final int GROUP = 64;

  /** A change and who waits for it. */
  private static final class Change<T> {
    private final Function<Handle, T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Runnable completion = () -> {};

    Change(Function<Handle, T> work) {
      this.work = work;
    }

    /** Does the work; what is to be told is kept until the commit. */
    void run(Handle handle) {
      T result = work.apply(handle);
      completion = () -> answer.complete(result);
    }

    void failed(RuntimeException cause) {
      completion = () -> answer.completeExceptionally(cause);
    }
  }

  private final Handle handle;
  private final Mark mark;
  private final Statement control;
  private final BlockingQueue<Change<?>> waiting = new LinkedBlockingQueue<>();
  private final Change<Boolean> stop = new Change<>(h -> true);
  private final Thread thread;
  private long cambios;
  private boolean closed;

  Writer(Handle handle, Epoch epoch) {
    this.handle = handle;
    this.mark = epoch.mark();
    this.cambios = epoch.cambios();
    this.control = statement(handle);
    this.thread = new Thread(this::serve, "nube-escritura");
    thread.setDaemon(true);
    thread.start();
  }

  private static Statement statement(Handle handle) {
    try {
      return handle.getConnection().createStatement();
    } catch (SQLException e) {
      throw new StoreException("La base de datos no admite órdenes.", e);
    }
  }

  /**
   * Makes a change and returns when it is durable.
   *
   * @throws StoreException if it could not be made durable; then nothing of it is kept
   */
  <T> T write(Function<Handle, T> work) {
    return await(submit(work));
  }

  /** The same, without waiting for it: {@link #await} does. */
  <T> CompletableFuture<T> submit(Function<Handle, T> work) {
    Change<T> change = new Change<>(work);
    synchronized (this) {
      if (closed) {
        throw new StoreException("La base de datos está cerrada.", new IllegalStateException());
      }
      waiting.add(change);
    }
    return change.answer;
  }

  /**
   * The result of a change, once it is durable.
   *
   * @throws StoreException if it could not be made durable; then nothing of it is kept
   */
  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException cause) {
        throw new StoreException(String.valueOf(cause.getMessage()), cause);
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void serve() {
    List<Change<?>> group = new ArrayList<>(GROUP);
    boolean going = true;
    while (going) {
      group.clear();
      try {
        group.add(waiting.take());
      } catch (InterruptedException e) {
        // Only close() ends this thread, and it does not interrupt: whoever waits gets an answer.
        continue;
      }
      waiting.drainTo(group, GROUP - 1);
      commit(group);
      going = !group.contains(stop);
      for (Change<?> change : group) {
        change.completion.run();
      }
    }
  }

  private void commit(List<Change<?>> group) {
    try {
      execute("BEGIN IMMEDIATE");
      for (Change<?> change : group) {
        apply(change);
      }
      execute("UPDATE meta SET valor = '" + (cambios + 1) + "' WHERE clave = 'cambios'");
      execute("COMMIT");
      cambios++;
      mark.committed(cambios);
    } catch (RuntimeException e) {
      StoreException cause =
          new StoreException("La base de datos no aceptó el cambio: no quedó nada de él.", e);
      group.forEach(change -> change.failed(cause));
      rollback();
    }
  }

  private void apply(Change<?> change) {
    execute("SAVEPOINT cambio");
    try {
      change.run(handle);
    } catch (UncheckedIOException e) {
      execute("ROLLBACK TO cambio");
      change.failed(new StoreException(String.valueOf(e.getMessage()), e));
    } catch (RuntimeException e) {
      execute("ROLLBACK TO cambio");
      change.failed(e);
    }
    execute("RELEASE cambio");
  }

  /** Past the library's parsing and binding: these run for every change. */
  private void execute(String command) {
    try {
      control.execute(command);
    } catch (SQLException e) {
      throw new StoreException("La base de datos no aceptó " + command + ".", e);
    }
  }

  private void rollback() {
    try {
      execute("ROLLBACK");
    } catch (RuntimeException e) {
      // SQLite has rolled back by itself (full disk, I/O error): nothing is open.
    }
  }

  /** Makes the changes that wait, then ends. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.add(stop);
    }
    stop.answer.join();
    mark.close(cambios);
    handle.close();
  }
}
