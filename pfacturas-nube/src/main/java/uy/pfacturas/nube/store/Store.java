package uy.pfacturas.nube.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.epoch.Epoch;
import uy.pfacturas.nube.epoch.Restored;

/**
 * The database of one data folder: SQLite with a write-ahead log that is forced to the disk at
 * every commit. Thread-safe.
 */
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  /** Version of the tables that this program makes and reads. */
  public static final int SCHEMA = Schema.LATEST;

  private static final int READERS = 4;

  private final FolderLock lock;
  private final HikariDataSource pool;
  private final Jdbi readers;
  private final Writer writer;
  private final Epoch epoch;

  private Store(FolderLock lock, HikariDataSource pool, Jdbi readers, Writer writer, Epoch epoch) {
    this.lock = lock;
    this.pool = pool;
    this.readers = readers;
    this.writer = writer;
    this.epoch = epoch;
  }

  /**
   * Opens the database of a folder, with its mark in it; makes both when absent.
   *
   * @throws NubeException if it is open elsewhere, of another world, of a newer program, not the
   *     one that was in use here, or damaged
   */
  public static Store open(Path folder, Ambiente ambiente, Clock clock) {
    return open(folder, mark(folder), ambiente, clock);
  }

  /**
   * The same with the mark elsewhere. A database that is older than its mark is taken for one that
   * was put back from a backup: a new epoch begins.
   *
   * @param mark file; its folder is made when absent
   * @throws NubeException as above, or if the mark is lost
   */
  public static Store open(Path folder, Path mark, Ambiente ambiente, Clock clock) {
    return restored(folder, mark, ambiente, clock, Restored.UNSAID);
  }

  /**
   * The same for a database of which a person says that it was put back.
   *
   * @throws NubeException as above
   */
  public static Store restored(
      Path folder, Path mark, Ambiente ambiente, Clock clock, Restored restored) {
    try {
      Files.createDirectories(folder);
      Files.createDirectories(mark.toAbsolutePath().getParent());
      FolderLock lock = FolderLock.take(folder);
      try {
        return open(folder, mark, ambiente, clock, restored, lock);
      } catch (RuntimeException | IOException | SQLException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | SQLException | JdbiException e) {
      throw new StoreException(
          "No se puede abrir la base de datos de "
              + folder
              + ". Revise permisos y espacio en disco.",
          e);
    }
  }

  /** Where the mark of a data folder is, unless it is told otherwise. */
  public static Path mark(Path folder) {
    return folder.resolve("epoca");
  }

  private static Store open(
      Path folder, Path mark, Ambiente ambiente, Clock clock, Restored restored, FolderLock lock)
      throws IOException, SQLException {
    SQLiteDataSource source = source(folder.resolve("nube.db"));
    Jdbi jdbi = Jdbi.create(source);
    Handle handle = jdbi.open();
    Epoch epoch;
    try {
      Schema.migrate(handle);
      epoch = Epoch.settle(handle, folder, mark, ambiente, restored, clock.instant());
    } catch (RuntimeException | IOException e) {
      handle.close();
      throw e;
    }
    HikariConfig readers = new HikariConfig();
    readers.setDataSource(source);
    readers.setPoolName("nube-lectura");
    readers.setMaximumPoolSize(READERS);
    readers.setMinimumIdle(1);
    readers.setInitializationFailTimeout(-1);
    HikariDataSource pool = new HikariDataSource(readers);
    return new Store(lock, pool, Jdbi.create(pool), new Writer(handle, epoch), epoch);
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5_000);
    config.setJournalSizeLimit(16 << 20);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** Life of the database, in every answer. */
  public long epoca() {
    return epoch.epoca();
  }

  /** The same with what is known about it outside of it. */
  public Epoch epoch() {
    return epoch;
  }

  /**
   * Makes a change and returns when it is durable; changes of several callers share a commit. The
   * work must not wait for anything: it holds up all the others.
   *
   * @throws StoreException if it could not be made durable; then nothing of it is kept
   */
  public <T> T write(Function<Handle, T> work) {
    return writer.write(work);
  }

  /**
   * Makes several changes, each by itself, and returns when all are durable or failed; they share
   * commits.
   *
   * @return their results in order; empty where a change threw or could not be made durable
   */
  public <T> List<Optional<T>> writeEach(List<Function<Handle, T>> works) {
    List<CompletableFuture<T>> answers = works.stream().map(writer::submit).toList();
    return answers.stream().map(Store::settled).toList();
  }

  private static <T> Optional<T> settled(CompletableFuture<T> answer) {
    try {
      return Optional.of(Writer.await(answer));
    } catch (RuntimeException e) {
      LOG.error("Uno de varios cambios no se hizo", e);
      return Optional.empty();
    }
  }

  /** Looks at what is durable; each query sees the newest commit. */
  public <T> T read(Function<Handle, T> query) {
    return readers.withHandle(query::apply);
  }

  /** Makes the changes that wait, then closes. Repeatable. */
  @Override
  public void close() {
    writer.close();
    pool.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
