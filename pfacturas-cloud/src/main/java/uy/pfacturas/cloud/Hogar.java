package uy.pfacturas.cloud;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ids that are at home in a mailbox (protocol §9): only these are issued here, so that the same
 * sale is never issued at two stations that do not see each other.
 *
 * @param ids patterns in which {@code *} stands for any characters; none says that all are at home
 */
public record Hogar(List<String> ids) {
  /** All ids are at home. */
  public static final Hogar TODOS = new Hogar(List.of());

  /**
   * @throws IllegalArgumentException if a pattern is empty
   */
  public Hogar {
    ids = List.copyOf(ids);
    if (ids.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a pattern of ids is empty");
    }
  }

  boolean isHome(String idErp) {
    return ids.isEmpty()
        || ids.stream().anyMatch(pattern -> regex(pattern).matcher(idErp).matches());
  }

  private static Pattern regex(String pattern) {
    return Pattern.compile(
        Pattern.compile("\\*")
            .splitAsStream(pattern + "\u0000")
            .map(part -> Pattern.quote(part.replace("\u0000", "")))
            .collect(Collectors.joining(".*")));
  }

  /** As it is written, for a person. */
  String texto() {
    return String.join(", ", ids);
  }
}
