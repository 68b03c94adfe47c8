package uy.pfacturas.nube.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.nube.NubeException;

/**
 * The tables, as numbered scripts {@code V<n>.sql}; SQLite's {@code user_version} is the number of
 * the last one applied. Each is applied whole or not at all.
 */
final class Schema {
  static final int LATEST = 4;

  private Schema() {}

  /**
   * Brings the database to the tables of this program. Repeatable.
   *
   * @throws NubeException if a newer program made it
   */
  static void migrate(Handle handle) {
    int version = handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    if (version > LATEST) {
      throw new NubeException(
          "La base de datos es de una versión más nueva del programa (esquema "
              + version
              + ", este conoce "
              + LATEST
              + "). Instale esa versión.");
    }
    for (int next = version + 1; next <= LATEST; next++) {
      apply(handle, next);
    }
  }

  private static void apply(Handle handle, int version) {
    handle.useTransaction(
        h -> {
          h.createScript(script(version)).executeAsSeparateStatements();
          h.execute("PRAGMA user_version = " + version);
        });
  }

  private static String script(int version) {
    try (InputStream in = Schema.class.getResourceAsStream("V" + version + ".sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
