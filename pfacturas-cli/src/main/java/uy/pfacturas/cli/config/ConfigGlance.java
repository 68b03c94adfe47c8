package uy.pfacturas.cli.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the data folder of a configuration at a glance, without a TOML parser, so that a small
 * command starts fast. What it finds is a guess that whoever serves there must confirm: it sees
 * only the plain keys before the first table, and gives up at anything else.
 */
public final class ConfigGlance {
  private static final String DATA = "datos";

  private ConfigGlance() {}

  /** The data folder; empty where a whole reading is called for. */
  public static Optional<Path> dataFolder(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    String written = DATA;
    try {
      for (String line : Files.readString(whole, StandardCharsets.UTF_8).split("\r?\n", -1)) {
        String text = line.strip();
        if (text.startsWith("[")) {
          break;
        }
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        String value = plainValue(text);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        written = key(text).equals(DATA) ? value : written;
      }
      return Optional.of(new Folder(whole.resolveSibling("")).resolve(written));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String key(String line) {
    return line.substring(0, Math.max(line.indexOf('='), 0)).strip();
  }

  /** The text of {@code key = "text"}, on one line and without escapes; blank for all else. */
  private static String plainValue(String line) {
    String value = line.substring(line.indexOf('=') + 1).strip();
    String quote = value.isEmpty() ? "" : value.substring(0, 1);
    int end = value.indexOf(quote, 1);
    boolean isPlain =
        isBareKey(key(line))
            && (quote.equals("'") || (quote.equals("\"") && value.indexOf('\\') < 0))
            && end > 0
            && (end == value.length() - 1 || value.substring(end + 1).strip().startsWith("#"));
    return isPlain ? value.substring(1, end).strip() : "";
  }

  private static boolean isBareKey(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c != '_' && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return !key.isEmpty();
  }
}
