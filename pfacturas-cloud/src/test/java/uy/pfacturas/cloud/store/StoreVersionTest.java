package uy.pfacturas.cloud.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of older and newer programs. The one of version 1 is made by its own statements. */
class StoreVersionTest {
  private static final String VIDA =
      "{\"ambiente\":\"DEMO\",\"instalacion\":\"CAJA\",\"ruc\":\"219999830019\","
          + "\"encarnacion\":\"vida-1\",\"epoca\":1}";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("almacen.db");
  }

  private void sql(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private int number(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : -1;
    }
  }

  private void version1() throws SQLException {
    for (String table :
        List.of("documentos", "contenidos", "abiertos", "estado", "contribuyentes")) {
      sql(
          file(),
          "CREATE TABLE " + table + " (clave TEXT NOT NULL PRIMARY KEY, valor BLOB NOT NULL)");
    }
    sql(file(), "INSERT INTO estado VALUES ('vida', CAST('" + VIDA + "' AS BLOB))");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void open_version1_isUpgradedAfterACopyWasMade() throws Exception {
    version1();

    try (DocumentStore store = DocumentStore.open(SqliteMedium.open(file()), SecondCopy.NONE)) {
      assertThat(store.find(Table.ESTADO, "vida", java.util.Map.class)).isPresent();
      assertThat(store.find(Table.ESTADO, DocumentStore.COPY_OWED, Boolean.class)).contains(true);
      assertThat(store.scan(Table.REENTREGAS, "", 1, String.class)).isEmpty();
    }

    assertThat(number(file(), "PRAGMA user_version")).isEqualTo(StoreVersion.LATEST);
    Path copy = folder.resolve("almacen.db.version-1");
    assertThat(number(copy, "SELECT count(*) FROM estado")).isEqualTo(1);
    assertThat(number(copy, "PRAGMA user_version")).isZero();
    assertThat(number(copy, "SELECT count(*) FROM sqlite_master WHERE name = 'reentregas'"))
        .isZero();
    try (DocumentStore again = DocumentStore.open(SqliteMedium.open(file()), SecondCopy.NONE)) {
      assertThat(again.find(Table.ESTADO, "vida", java.util.Map.class)).isPresent();
    }
    assertThat(names()).containsExactly("almacen.db", "almacen.db.version-1");
  }

  @Test
  void open_upgradeBrokenOff_beginsAgainWithACopyOfItsOwn() throws Exception {
    version1();
    Files.writeString(folder.resolve("almacen.db.version-1"), "half a copy");

    SqliteMedium.open(file()).close();

    assertThat(number(file(), "PRAGMA user_version")).isEqualTo(StoreVersion.LATEST);
    assertThat(number(folder.resolve("almacen.db.version-1.2"), "SELECT count(*) FROM estado"))
        .isEqualTo(1);
  }

  @Test
  void open_newerVersion_isRefusedAndLeftAlone() throws Exception {
    version1();
    sql(file(), "PRAGMA user_version = 99");
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(() -> SqliteMedium.open(file()))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isDamaged()).isFalse())
        .hasMessageContaining("más nueva");

    assertThat(number(file(), "PRAGMA user_version")).isEqualTo(99);
    assertThat(number(file(), "SELECT count(*) FROM estado")).isEqualTo(1);
    assertThat(Arrays.equals(before, 0, 16, Files.readAllBytes(file()), 0, 16)).isTrue();
  }

  @Test
  void open_newFile_hasTheLatestVersionAndNoCopy() throws Exception {
    SqliteMedium.open(file()).close();

    assertThat(number(file(), "PRAGMA user_version")).isEqualTo(StoreVersion.LATEST);
    assertThat(names()).containsExactly("almacen.db");
  }
}
