package uy.pfacturas.cli.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uy.pfacturas.core.json.Json;

/** What both sides hold in the end: the ERP's status files and the cloud's ledger. */
final class Outcomes {
  private Outcomes() {}

  /** State and number of each file, by its name: {@code ENTREGADO A-12}. */
  static Map<String, String> answers(Path mailbox) {
    Map<String, String> answers = new TreeMap<>();
    try (Stream<Path> files = Files.list(mailbox.resolve("salida"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".estado.json")).toList()) {
        JsonNode status = Json.MAPPER.readTree(Files.readAllBytes(file));
        answers.put(
            file.getFileName().toString().replace(".estado.json", ""),
            status.path("Estado").asText()
                + " "
                + status.path("Serie").asText()
                + "-"
                + status.path("Nro").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }

  /** How many files have a final answer. */
  static long delivered(Path mailbox) {
    return answers(mailbox).values().stream().filter(a -> a.startsWith("ENTREGADO ")).count();
  }

  /** One number as the cloud has it. */
  record Leased(String texto, int nro, String estado, String id) {}

  /** All numbers that the cloud ever leased, in order. */
  static List<Leased> ledger(Path cloud) {
    List<Leased> numbers = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + cloud.resolve("nube.db"));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT serie, nro, estado, coalesce(id, '') FROM numero ORDER BY serie, nro")) {
      while (rows.next()) {
        numbers.add(
            new Leased(
                rows.getString(1) + "-" + rows.getInt(2),
                rows.getInt(2),
                rows.getString(3),
                rows.getString(4)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return numbers;
  }

  /** How many contradictions the cloud has put aside. */
  static int quarantined(Path cloud) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + cloud.resolve("nube.db"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM cuarentena")) {
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
