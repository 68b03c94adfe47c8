package uy.pfacturas.cloud.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as one SQLite file with a write-ahead log: one commit is one append and one fsync, and
 * a process that is killed, or a PC that loses power, leaves the last whole commit. One process
 * holds the file at a time. After a failed write the file is opened anew before it is used again.
 */
public final class SqliteMedium implements Medium {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteMedium.class);

  private final Path file;
  private @Nullable SqliteFile opened;

  private SqliteMedium(Path file) {
    this.file = file;
  }

  /**
   * Opens the file, made if absent; one of an older version of the program is brought to this one,
   * after a copy of it was made beside it.
   *
   * @throws StoreException if another process has it, or it is damaged or cannot be written, or a
   *     newer program made it
   */
  public static SqliteMedium open(Path file) {
    SqliteMedium medium = new SqliteMedium(file);
    medium.ensureOpen();
    return medium;
  }

  private synchronized SqliteFile ensureOpen() {
    SqliteFile current = opened;
    if (current != null) {
      return current;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      SqliteFile made = SqliteFile.open(file);
      opened = made;
      return made;
    } catch (SQLException e) {
      throw fault("no se puede abrir", e);
    } catch (IOException e) {
      throw new StoreException(
          "La carpeta del almacén "
              + file
              + " no se puede crear: "
              + e.getMessage()
              + ". Revise disco y permisos.",
          e);
    }
  }

  @Override
  public synchronized Optional<byte[]> find(Table table, String key) {
    try {
      return ensureOpen().find(table, key);
    } catch (SQLException e) {
      throw fault("no se puede leer", e);
    }
  }

  @Override
  public synchronized List<Map.Entry<String, byte[]>> scan(Table table, String after, int max) {
    try {
      return ensureOpen().scan(table, after, max);
    } catch (SQLException e) {
      throw fault("no se puede leer", e);
    }
  }

  @Override
  public synchronized void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
    try {
      ensureOpen().write(changes);
    } catch (SQLException e) {
      close();
      throw fault("no se pudo escribir", e);
    }
  }

  @Override
  public synchronized void close() {
    SqliteFile current = opened;
    opened = null;
    if (current == null) {
      return;
    }
    try {
      current.close();
    } catch (SQLException e) {
      // What was committed is in the log, which the next opening reads; there is nothing to save.
      LOG.warn("store could not be closed: {}", e.toString());
    }
  }

  private StoreException fault(String what, SQLException e) {
    String message = "El almacén " + file + " " + what + ": " + SqliteFile.reason(e) + ".";
    return SqliteFile.isDamage(e)
        ? StoreException.damaged(message, e)
        : new StoreException(message, e);
  }
}
