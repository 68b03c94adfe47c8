package uy.pfacturas.core.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a family as DGI's schema says it.
 *
 * @param path from the family's element, joined by slashes
 * @param min how often at least; 0 for one of several alternatives
 * @param max how often at most
 * @param isAlternativa whether it is one of several of which one goes
 * @param base built-in type at the bottom; empty where it holds elements; {@code any} where it is
 *     of another vocabulary
 * @param facetas what limits the value, those nearest to the element
 */
public record XsdElement(
    String path,
    int min,
    int max,
    boolean isAlternativa,
    String base,
    Map<String, List<String>> facetas) {
  /** Whether its value is a whole number. */
  public boolean isEntero() {
    return List.of("integer", "positiveInteger", "nonNegativeInteger", "int").contains(base);
  }

  /** The number of this limit; empty if the schema does not limit it. */
  public Optional<BigDecimal> number(String faceta) {
    return text(faceta).map(BigDecimal::new);
  }

  /** The text of this limit; empty if the schema does not limit it. */
  public Optional<String> text(String faceta) {
    return facetas.getOrDefault(faceta, List.of()).stream().findFirst();
  }

  /** The only values that go; empty if any does. */
  public List<String> codigos() {
    return facetas.getOrDefault("enumeration", List.of());
  }
}
