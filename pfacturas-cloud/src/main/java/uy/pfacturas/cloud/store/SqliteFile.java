package uy.pfacturas.cloud.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** One open file: a table of keys and values for each {@link Table}. Not thread-safe. */
final class SqliteFile implements AutoCloseable {
  private static final int CACHE_KIB = 4096;

  private final Connection connection;
  private final Map<Table, Statements> tables = new EnumMap<>(Table.class);

  private SqliteFile(Connection connection) {
    this.connection = connection;
  }

  static SqliteFile open(Path file) throws SQLException {
    SqliteFile opened = new SqliteFile(DriverManager.getConnection("jdbc:sqlite:" + file));
    try {
      opened.prepare(file);
      return opened;
    } catch (SQLException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void prepare(Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // In this order: only a log that is begun by its one user does without shared memory.
      statement.execute("PRAGMA busy_timeout = 0");
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA cache_size = " + -CACHE_KIB);
      // Takes the lock now, and not at the first change.
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("COMMIT");
    }
    StoreVersion.settle(connection, file);
    check();
    for (Table table : Table.values()) {
      tables.put(table, new Statements(connection, StoreVersion.name(table)));
    }
  }

  /**
   * Looks through the tables that decide what is issued. The contents, nearly all of the file, are
   * left out: what is wrong with one is seen when it is read.
   */
  private void check() throws SQLException {
    for (Table table : Table.values()) {
      if (table != Table.CONTENIDOS) {
        try (Statement statement = connection.createStatement();
            ResultSet row =
                statement.executeQuery("PRAGMA quick_check('" + StoreVersion.name(table) + "')")) {
          String found = row.next() ? row.getString(1) : "";
          if (!found.equals("ok")) {
            throw new SQLException(found, "", SQLiteErrorCode.SQLITE_CORRUPT.code);
          }
        }
      }
    }
  }

  /** Whether the file is not what was written, or the disk cannot give it back. */
  static boolean isDamage(SQLException e) {
    return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR -> true;
      // A table that should be there is not.
      case SQLITE_ERROR -> String.valueOf(e.getMessage()).contains("no such table");
      default -> false;
    };
  }

  private Statements table(Table table) {
    Statements statements = tables.get(table);
    if (statements == null) {
      throw new IllegalStateException("table was not opened: " + table);
    }
    return statements;
  }

  Optional<byte[]> find(Table table, String key) throws SQLException {
    PreparedStatement find = table(table).find;
    find.setString(1, key);
    try (ResultSet row = find.executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  List<Map.Entry<String, byte[]>> scan(Table table, String after, int max) throws SQLException {
    PreparedStatement scan = table(table).scan;
    scan.setString(1, after);
    scan.setInt(2, max);
    List<Map.Entry<String, byte[]>> found = new ArrayList<>();
    try (ResultSet row = scan.executeQuery()) {
      while (row.next()) {
        found.add(Map.entry(row.getString(1), row.getBytes(2)));
      }
    }
    return List.copyOf(found);
  }

  /** After an exception the file is to be closed: that undoes what was not committed. */
  void write(Map<Table, Map<String, Optional<byte[]>>> changes) throws SQLException {
    connection.setAutoCommit(false);
    for (Map.Entry<Table, Map<String, Optional<byte[]>>> change : changes.entrySet()) {
      Statements statements = table(change.getKey());
      for (Map.Entry<String, Optional<byte[]>> e : change.getValue().entrySet()) {
        statements.write(e.getKey(), e.getValue());
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** What SQLite says went wrong, and what a person can do about it; without a full stop. */
  static String reason(SQLException e) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "Otro pfacturas usa este almacén. Use el que ya corre, o deténgalo";
      case SQLITE_FULL -> "el disco está lleno. Libere espacio; el programa sigue solo";
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          "el archivo está dañado. No lo borre; reinicie pfacturas: lo aparta y lo rehace desde la"
              + " segunda copia";
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
          "el archivo no se puede escribir. Revise permisos del archivo y de su carpeta";
      default -> e.getMessage() + ". Revise disco y permisos";
    };
  }

  /** What is done to one table. */
  private static final class Statements {
    private final PreparedStatement find;
    private final PreparedStatement scan;
    private final PreparedStatement put;
    private final PreparedStatement remove;

    Statements(Connection connection, String table) throws SQLException {
      this.find = connection.prepareStatement("SELECT valor FROM " + table + " WHERE clave = ?");
      this.scan =
          connection.prepareStatement(
              "SELECT clave, valor FROM " + table + " WHERE clave > ? ORDER BY clave LIMIT ?");
      this.put =
          connection.prepareStatement(
              "INSERT INTO "
                  + table
                  + " (clave, valor) VALUES (?, ?)"
                  + " ON CONFLICT (clave) DO UPDATE SET valor = excluded.valor");
      this.remove = connection.prepareStatement("DELETE FROM " + table + " WHERE clave = ?");
    }

    void write(String key, Optional<byte[]> value) throws SQLException {
      PreparedStatement statement = value.isPresent() ? put : remove;
      statement.setString(1, key);
      if (value.isPresent()) {
        statement.setBytes(2, value.get());
      }
      statement.executeUpdate();
    }
  }
}
