package uy.pfacturas.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.json.Json;

/**
 * The file of a sale as an ERP writes it, made one of a CFC: with what its paper says. Text and
 * JSON; every other byte stays as it is, in whatever encoding the file is written.
 */
final class PaperFile {
  private static final String PRINTING = "Impresion";

  private final byte[] content;

  PaperFile(byte[] content) {
    this.content = content.clone();
  }

  /**
   * The file with these keys, by section, in place of those that it has, and without a section on
   * how to print; empty if it is neither text nor a JSON object.
   */
  Optional<byte[]> with(Map<String, Map<String, String>> sections) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String start = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    if (start.startsWith("<")) {
      return Optional.empty();
    }
    return start.startsWith("{")
        ? json(sections)
        : Optional.of(text(text, sections).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The value of a key in a section of a text or JSON file; empty if it has none. */
  Optional<String> find(String section, String key) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("{")) {
      return object().map(o -> o.path(section).path(key).asText()).filter(v -> !v.isBlank());
    }
    String in = "";
    for (String line : text.split("\\R")) {
      in = header(line).orElse(in);
      if (in.equalsIgnoreCase(section) && key(line).equalsIgnoreCase(key)) {
        return Optional.of(line.substring(line.indexOf('=') + 1).strip()).filter(v -> !v.isEmpty());
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> json(Map<String, Map<String, String>> sections) {
    return object()
        .map(
            root -> {
              root.remove(PRINTING);
              sections.forEach(
                  (section, keys) -> {
                    ObjectNode node =
                        root.path(section) instanceof ObjectNode known
                            ? known
                            : root.putObject(section);
                    keys.forEach(node::put);
                  });
              return root.toString().getBytes(StandardCharsets.UTF_8);
            });
  }

  private Optional<ObjectNode> object() {
    try {
      JsonNode node = Json.MAPPER.readTree(content);
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(String text, Map<String, Map<String, String>> sections) {
    Map<String, Map<String, String>> left = new LinkedHashMap<>(sections);
    List<String> lines = new ArrayList<>();
    String in = "";
    int first = -1;
    for (String line : text.split("(?<=\n)")) {
      Optional<String> header = header(line);
      in = header.orElse(in);
      String section = known(sections, in);
      boolean isReplaced = known(sections.getOrDefault(section, Map.of()), key(line)).length() > 0;
      if (!in.equalsIgnoreCase(PRINTING) && (header.isPresent() || !isReplaced)) {
        first = first < 0 && header.isPresent() ? lines.size() : first;
        lines.add(line);
        if (header.isPresent() && left.containsKey(section)) {
          lines.addAll(lines(left.remove(section)));
        }
      }
    }
    List<String> missing = new ArrayList<>();
    left.forEach(
        (section, keys) -> {
          missing.add("[" + section + "]\r\n");
          missing.addAll(lines(keys));
        });
    lines.addAll(Math.max(first, 0), missing);
    return String.join("", lines);
  }

  private static List<String> lines(Map<String, String> keys) {
    return keys.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue() + "\r\n").toList();
  }

  /** The name as it is known, in any case; empty if it is not. */
  private static String known(Map<String, ?> names, String name) {
    return names.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse("");
  }

  private static Optional<String> header(String line) {
    String stripped = line.replaceFirst("^\u00ef\u00bb\u00bf", "").strip();
    return stripped.matches("\\[\\w+\\]")
        ? Optional.of(stripped.substring(1, stripped.length() - 1))
        : Optional.empty();
  }

  private static String key(String line) {
    int equals = line.indexOf('=');
    return equals < 0 ? "" : line.substring(0, equals).strip();
  }
}
