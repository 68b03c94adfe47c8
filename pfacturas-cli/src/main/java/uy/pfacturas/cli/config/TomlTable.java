package uy.pfacturas.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One table of the file. Every key that is asked for becomes a known one; {@link #close} calls the
 * others problems. A secret is never taken from the file, wherever it stands.
 */
final class TomlTable implements AutoCloseable {
  private static final Set<String> SECRETS =
      Set.of("clave", "contrasena", "contraseña", "password", "token", "api_key", "secreto");

  private final String prefix;
  private final JsonNode node;
  private final Problems problems;
  private final Set<String> known = new TreeSet<>();

  TomlTable(String prefix, JsonNode node, Problems problems) {
    this.prefix = prefix;
    this.node = node;
    this.problems = problems;
  }

  /** Whether the file has this table, with anything in it. */
  boolean isPresent() {
    return !node.isEmpty();
  }

  /** The table of this name; an empty one if there is none. */
  TomlTable table(String key) {
    known.add(key);
    JsonNode child = node.path(key);
    if (!child.isMissingNode() && !child.isObject()) {
      problems.add("tabla", path(key));
      child = JsonNodeFactory.instance.objectNode();
    }
    return new TomlTable(path(key) + ".", child, problems);
  }

  /** The repeated tables of this name. */
  List<TomlTable> tables(String key) {
    known.add(key);
    List<TomlTable> tables = new ArrayList<>();
    JsonNode child = node.path(key);
    if (child.isObject()) {
      tables.add(new TomlTable(path(key) + ".", child, problems));
    } else if (child.isArray()) {
      for (JsonNode element : child) {
        tables.add(new TomlTable(path(key) + "[" + (tables.size() + 1) + "].", element, problems));
      }
    } else if (!child.isMissingNode()) {
      problems.add("tabla", path(key));
    }
    return tables;
  }

  /** The keys that the file has here, for tables whose keys are data. */
  List<String> keys() {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** A key that is a year or the like; one that is no number is a problem. */
  Optional<Integer> numeric(String key) {
    try {
      return Optional.of(Integer.valueOf(key));
    } catch (NumberFormatException e) {
      problems.add("valor", path(key), key, expected(""));
      return Optional.empty();
    }
  }

  /** The text of a key; empty if it is absent or blank. */
  Optional<String> text(String key) {
    return value(key, Function.identity());
  }

  /** The texts of a key, one or a list. */
  List<String> texts(String key) {
    known.add(key);
    JsonNode child = node.path(key);
    List<String> texts = new ArrayList<>();
    if (child.isArray()) {
      child.forEach(element -> texts.add(element.asText()));
    } else {
      text(key).ifPresent(texts::add);
    }
    return texts;
  }

  /**
   * The value of a key.
   *
   * @param parse throws IllegalArgumentException, which includes NumberFormatException, for what it
   *     does not understand
   */
  <T> Optional<T> value(String key, Function<String, T> parse) {
    known.add(key);
    JsonNode child = node.path(key);
    String written = child.asText().strip();
    if (child.isMissingNode() || (child.isTextual() && written.isEmpty())) {
      return Optional.empty();
    }
    if (child.isContainerNode()) {
      problems.add("valor", path(key), child.toString(), expected(key));
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(written));
    } catch (IllegalArgumentException e) {
      problems.add("valor", path(key), written, expected(key));
      return Optional.empty();
    }
  }

  /** The value of a key that cannot have a default; its absence is a problem. */
  <T> Optional<T> required(String key, Function<String, T> parse) {
    Optional<T> value = value(key, parse);
    if (value.isEmpty() && node.path(key).asText().isBlank()) {
      problems.add("falta", path(key), expected(key));
    }
    return value;
  }

  /** Calls what is left a problem: keys that nobody asked for. */
  @Override
  public void close() {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (known.contains(entry.getKey())) {
        continue;
      }
      if (SECRETS.contains(entry.getKey())) {
        problems.add("secreto", path(entry.getKey()));
        continue;
      }
      Nearest.to(entry.getKey(), known)
          .ifPresentOrElse(
              near -> problems.add("desconocida.parecida", path(entry.getKey()), near),
              () -> problems.add("desconocida", path(entry.getKey()), String.join(", ", known)));
    }
  }

  String path(String key) {
    return prefix + key;
  }

  private String expected(String key) {
    return "clave." + (prefix + key).replaceAll("\\[[0-9]+]", "").replaceAll("\\.[0-9]+$", ".");
  }
}
