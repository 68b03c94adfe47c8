package uy.pfacturas.core.formato;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which values a field takes beyond its type and length.
 *
 * @param codigos the only values, in DGI's order; empty if any value goes
 * @param cita how a long list is cited; empty for a short one
 * @param forma the shape of the text; empty if any goes
 * @param desde least value, as text; empty if none
 * @param hasta greatest value, as text; empty if none
 */
public record Dominio(
    List<String> codigos,
    String cita,
    Optional<Pattern> forma,
    Optional<String> desde,
    Optional<String> hasta) {
  public Dominio {
    codigos = List.copyOf(codigos);
  }

  /** The list as a person reads it: its codes, or its citation where they are many. */
  public String texto() {
    return cita.isEmpty() ? String.join(", ", codigos) : cita;
  }
}
