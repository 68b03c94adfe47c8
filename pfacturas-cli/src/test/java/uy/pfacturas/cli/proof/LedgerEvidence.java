package uy.pfacturas.cli.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the cloud's database holds, read as any program could read it. */
final class LedgerEvidence implements AutoCloseable {
  private static final String NUMBERS =
      "SELECT n.tipo || '-' || n.serie || '-' || n.nro, n.estado, coalesce(n.id, ''),"
          + " coalesce(n.hash, ''), b.solicitud"
          + " FROM numero n JOIN bloque b ON b.n = n.bloque";

  private final Connection connection;

  LedgerEvidence(Path data) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("nube.db"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every number that it ever leased. */
  List<Evidence.Leased> leased() {
    String prefix = Arena.STATION + "/";
    List<Evidence.Leased> numbers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(NUMBERS)) {
      while (rows.next()) {
        String id = rows.getString(3);
        numbers.add(
            new Evidence.Leased(
                rows.getString(1),
                rows.getString(2),
                id.startsWith(prefix) ? id.substring(prefix.length()) : id,
                rows.getString(4),
                rows.getString(5)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return numbers;
  }

  /** How many contradictions it has put aside. */
  int quarantined() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM cuarentena")) {
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
