package uy.pfacturas.cloud.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The version of a store's file, in SQLite's {@code user_version}, and the way from each to the
 * next. Programs before version 2 wrote none: a file with tables and without a version is 1.
 */
final class StoreVersion {
  /** What this program writes. */
  static final int LATEST = 2;

  private static final Logger LOG = LoggerFactory.getLogger(StoreVersion.class);
  private static final int UNSTAMPED = 1;

  /**
   * What leads to version n, at n - 2. To 2: documents know which life of the cloud acknowledged
   * them, and the second copy has to be told everything once, since that of version 1 may have gaps
   * that it does not explain.
   */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              create(Table.REENTREGAS),
              create(Table.BITACORA),
              "INSERT INTO estado (clave, valor) VALUES ('"
                  + DocumentStore.COPY_OWED
                  + "', CAST('true' AS BLOB)) ON CONFLICT (clave) DO NOTHING"));

  private StoreVersion() {}

  static String create(Table table) {
    return "CREATE TABLE IF NOT EXISTS "
        + name(table)
        + " (clave TEXT NOT NULL PRIMARY KEY, valor BLOB NOT NULL)";
  }

  static String name(Table table) {
    return table.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Brings an open file to the latest version; each step is made whole or not at all.
   *
   * @throws StoreException if a newer program made it, or the copy beside it cannot be made
   */
  static void settle(Connection connection, Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version = version(statement);
      if (version > LATEST) {
        throw new StoreException(
            "El almacén "
                + file
                + " es de una versión más nueva del programa (formato "
                + version
                + "; este conoce hasta "
                + LATEST
                + "). No se tocó nada: instale esa versión.");
      }
      if (version == 0) {
        create(statement);
        return;
      }
      if (version < LATEST) {
        keep(connection, file, version);
      }
      for (int next = version + 1; next <= LATEST; next++) {
        upgrade(statement, next);
        LOG.warn("store upgraded to version {}", next);
      }
    }
  }

  /** 0 where there are no tables. */
  private static int version(Statement statement) throws SQLException {
    int stamped = number(statement, "PRAGMA user_version");
    int tables = number(statement, "SELECT count(*) FROM sqlite_master WHERE type = 'table'");
    return stamped == 0 && tables > 0 ? UNSTAMPED : stamped;
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static void create(Statement statement) throws SQLException {
    statement.execute("BEGIN");
    for (Table table : Table.values()) {
      statement.execute(create(table));
    }
    statement.execute("PRAGMA user_version = " + LATEST);
    statement.execute("COMMIT");
  }

  private static void upgrade(Statement statement, int to) throws SQLException {
    statement.execute("BEGIN");
    for (String step : STEPS.get(to - UNSTAMPED - 1)) {
      statement.execute(step);
    }
    statement.execute("PRAGMA user_version = " + to);
    statement.execute("COMMIT");
  }

  /** A whole copy beside the file, under a name that was never used; it is never deleted. */
  private static void keep(Connection connection, Path file, int version) throws SQLException {
    Path copy = file.resolveSibling(file.getFileName() + ".version-" + version);
    for (int i = 2; Files.exists(copy); i++) {
      copy = file.resolveSibling(file.getFileName() + ".version-" + version + "." + i);
    }
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    }
    try (var channel =
        java.nio.channels.FileChannel.open(copy, java.nio.file.StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new StoreException(
          "La copia del almacén " + copy + " no se puede asegurar: " + e.getMessage() + ".", e);
    }
    LOG.warn("store of version {} kept as {}", version, copy);
  }
}
