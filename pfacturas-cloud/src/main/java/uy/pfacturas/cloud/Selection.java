package uy.pfacturas.cloud;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.cloud.mailbox.Estado;

/**
 * Which documents are meant; all conditions hold together.
 *
 * @param id the ERP's id; empty for any
 * @param desde first day since which they are in their state; empty for any
 * @param hasta last day; empty for any
 * @param estados their states; empty for any
 */
public record Selection(
    Optional<String> id,
    Optional<LocalDate> desde,
    Optional<LocalDate> hasta,
    Set<Estado> estados) {
  /** All documents. */
  public static final Selection ALL =
      new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

  public Selection {
    estados = Set.copyOf(estados);
  }

  boolean selects(String idErp, Estado estado, LocalDate day) {
    return id.map(idErp::equals).orElse(true)
        && desde.map(d -> !day.isBefore(d)).orElse(true)
        && hasta.map(d -> !day.isAfter(d)).orElse(true)
        && (estados.isEmpty() || estados.contains(estado));
  }
}
