package uy.pfacturas.cli.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.cli.mishap.Papers.CaeOf;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.company.ApiKey;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.company.KeySource;
import uy.pfacturas.nube.company.PasswordSource;
import uy.pfacturas.signing.key.KeyPassword;

/** A real cloud over loopback, with one company and the CAEs that a test gives it. */
final class Cloud implements AutoCloseable {
  private static final String NUMBERS =
      "SELECT tipo || '-' || serie || '-' || nro || ' ' || estado FROM numero"
          + " WHERE id LIKE '%/' || ?";

  private final Path folder;
  private final ApiKey key;
  private Nube nube;

  /**
   * @param caes what DGI authorised
   */
  Cloud(Path folder, CaeOf... caes) {
    this.folder = folder;
    try (Companies companies = Companies.open(folder, Ambiente.DEMO, Papers.BEFORE)) {
      companies.save(Documents.empresa());
      companies.setKey(Documents.RUC, written());
      for (CaeOf cae : caes) {
        companies.importCae(Documents.RUC, cae.file(Papers.BEFORE));
      }
      key = companies.createApiKey(Documents.RUC);
    }
    nube = Nube.start(NubeConfig.embedded(folder, Ambiente.DEMO), PassingClock.REAL);
  }

  /** An e-Ticket CAE and an e-Factura CAE with plenty of numbers. */
  static Cloud ordinary(Path folder) {
    return new Cloud(folder, CaeOf.plenty(101), CaeOf.plenty(111));
  }

  /** Writes the company's key and whom to trust; gives where the key is. */
  private KeySource written() {
    try {
      Path trusted = Files.createDirectories(NubeConfig.confianzaCae(folder));
      Files.writeString(trusted.resolve("dgi.pem"), Papers.dgi());
      Path password = Files.writeString(folder.resolve("empresa.clave"), "secreto\n");
      Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
      Path file = folder.resolve("empresa.p12");
      Papers.company().writePkcs12(file, KeyPassword.read(password));
      return new KeySource(file, new PasswordSource.FromFile(password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return nube.address();
  }

  /** The key for stations of the company. */
  String key() {
    return key.reveal();
  }

  /** A copy of its database, made while it is in use. */
  Path backup() {
    Path copy = folder.resolveSibling("copia-de-nube.db");
    try (Connection connection = DriverManager.getConnection(url());
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
      return copy;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops, has this copy put in the place of its database, and starts again at its address. */
  void restore(Path copy) {
    int port = nube.port();
    nube.close();
    try {
      Files.deleteIfExists(folder.resolve("nube.db-wal"));
      Files.deleteIfExists(folder.resolve("nube.db-shm"));
      Files.copy(copy, folder.resolve("nube.db"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    nube = Nube.start(NubeConfig.embedded(folder, Ambiente.DEMO).withPort(port), PassingClock.REAL);
  }

  /** How many messages contradict its ledger. */
  int quarantined() {
    return count("SELECT COUNT(*) FROM cuarentena WHERE motivo <> ?", "");
  }

  /** How many numbers are in this state. */
  int count(String estado) {
    return count("SELECT COUNT(*) FROM numero WHERE estado = ?", estado);
  }

  private int count(String sql, String argument) {
    try (Connection connection = DriverManager.getConnection(url());
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, argument);
      try (ResultSet rows = query.executeQuery()) {
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers that were used for the ERP's id, each with its state. */
  List<String> numbers(String id) {
    try (Connection connection = DriverManager.getConnection(url());
        PreparedStatement query = connection.prepareStatement(NUMBERS)) {
      query.setString(1, id);
      try (ResultSet rows = query.executeQuery()) {
        List<String> numbers = new ArrayList<>();
        while (rows.next()) {
          numbers.add(rows.getString(1));
        }
        return numbers;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Loses the record of the company. */
  void forgetCompany() {
    try (Connection connection = DriverManager.getConnection(url());
        PreparedStatement delete = connection.prepareStatement("DELETE FROM empresa")) {
      assertThat(delete.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Is given the record of the company again. */
  void rememberCompany() {
    nube.companies().save(Documents.empresa());
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("nube.db");
  }

  @Override
  public void close() {
    nube.close();
  }
}
