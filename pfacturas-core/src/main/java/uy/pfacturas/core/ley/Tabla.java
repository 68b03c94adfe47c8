package uy.pfacturas.core.ley;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a table of this package: columns by tab, lines that start with # are remarks. */
final class Tabla {
  private Tabla() {}

  static List<List<String>> rows(String name) {
    try (InputStream in = Tabla.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("table is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("table cannot be read: " + name, e);
    }
  }
}
