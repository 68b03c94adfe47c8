package uy.pfacturas.cli.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it in the file: {@code 500ms}, {@code 2s}, {@code 10min}. */
final class Span {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9}) *(ms|s|min|h|d)");

  private Span() {}

  /**
   * @throws IllegalArgumentException if it is none
   */
  static Duration parse(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("span is not a number and a unit: " + written);
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "min" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
