package uy.pfacturas.cli.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one TOML file into a value, or says all that is wrong with it. */
final class TomlFile {
  private TomlFile() {}

  /** Takes a value out of the root table. */
  @FunctionalInterface
  interface Shape<T> {
    /** The value; may be empty only when a problem was added. */
    Optional<T> read(TomlTable root, Folder folder, Problems problems);
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException if anything is wrong with it: all of it
   * @throws UncheckedIOException if it cannot be read
   */
  static <T> T read(Path file, Shape<T> shape) {
    Problems problems = new Problems();
    Optional<T> value = read(file.toAbsolutePath().normalize(), shape, problems);
    if (!problems.found().isEmpty()) {
      throw new ConfigException(file, problems.found());
    }
    return value.orElseThrow();
  }

  private static <T> Optional<T> read(Path file, Shape<T> shape, Problems problems) {
    JsonNode tree;
    try {
      tree = new TomlMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      problems.add(
          "sintaxis",
          String.valueOf(file.getFileName()),
          Integer.toString(e.getLocation().getLineNr()),
          e.getOriginalMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (TomlTable root = new TomlTable("", tree, problems)) {
      return shape.read(root, new Folder(file.resolveSibling("")), problems);
    }
  }
}
