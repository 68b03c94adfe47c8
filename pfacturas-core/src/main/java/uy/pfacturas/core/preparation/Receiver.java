package uy.pfacturas.core.preparation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/**
 * Completes the receiver: kind and country of its document, and what every type but an e-Ticket
 * needs of it.
 */
final class Receiver {
  private static final int RUC = 2;
  private static final int CI = 3;
  private static final Set<Integer> URUGUAYAN = Set.of(1, RUC, CI);
  private static final ZoneId URUGUAY = ZoneId.of("America/Montevideo");

  private static final int MAX_NAME = 150;
  private static final int MAX_ADDRESS = 70;
  private static final int MAX_PLACE = 30;

  private final Preparation.Registry registry;

  Receiver(Preparation.Registry registry) {
    this.registry = registry;
  }

  /** The receiver, completed; what was taken from the registry is added to the warnings. */
  Receptor apply(Receptor given, Optional<TipoCfe> tipo, List<Fault> avisos) {
    boolean isFactura = tipo.filter(t -> t.familia() == Familia.FACTURA).isPresent();
    Optional<Integer> kind =
        given.tipoDocRecep().or(() -> isFactura ? Optional.of(RUC) : Optional.empty());
    boolean isUruguayan = kind.filter(URUGUAYAN::contains).isPresent();
    boolean isWithDigit = kind.filter(k -> k == RUC || k == CI).isPresent();
    Receptor receptor =
        ReceptorBuilder.builder(given)
            .tipoDocRecep(kind)
            .codPaisRecep(
                given.codPaisRecep().or(() -> isUruguayan ? Optional.of("UY") : Optional.empty()))
            .docRecep(
                isWithDigit
                    ? given.docRecep().map(d -> d.replaceAll("[ .-]", ""))
                    : given.docRecep())
            .build();
    boolean isTicket = tipo.filter(t -> t.familia() == Familia.TICKET).isPresent();
    return kind.filter(k -> k == RUC).isPresent() && tipo.isPresent() && !isTicket
        ? receptor
            .docRecep()
            .flatMap(Rut::find)
            .flatMap(registry::find)
            .map(known -> fill(receptor, known, avisos))
            .orElse(receptor)
        : receptor;
  }

  private static Receptor fill(Receptor given, Contribuyente known, List<Fault> avisos) {
    String asked = known.consultado().atZone(URUGUAY).toLocalDate().toString();
    if (!known.activo()) {
      avisos.add(
          Fault.of(
              PreparationCode.RECEIVER_INACTIVE,
              "A-C62",
              "Receptor.DocRecep",
              known.fuente(),
              asked));
    }
    List<String> filled = new ArrayList<>();
    Receptor receptor =
        ReceptorBuilder.builder(given)
            .rznSocRecep(
                fill(
                    given.rznSocRecep(),
                    Optional.of(known.denominacion()),
                    MAX_NAME,
                    "RznSocRecep",
                    filled))
            .dirRecep(fill(given.dirRecep(), known.domicilio(), MAX_ADDRESS, "DirRecep", filled))
            .ciudadRecep(
                fill(given.ciudadRecep(), known.ciudad(), MAX_PLACE, "CiudadRecep", filled))
            .build();
    if (!filled.isEmpty()) {
      avisos.add(
          Fault.of(
              PreparationCode.RECEIVER_FILLED,
              "A-C63",
              "Receptor",
              String.join(", ", filled),
              known.fuente(),
              asked));
    }
    return receptor;
  }

  private static Optional<String> fill(
      Optional<String> given,
      Optional<String> known,
      int limit,
      String element,
      List<String> filled) {
    Optional<String> text = known.map(String::strip).filter(t -> !t.isEmpty());
    if (given.isPresent() || text.isEmpty()) {
      return given;
    }
    String full = text.get();
    String cut =
        full.codePointCount(0, full.length()) <= limit
            ? full
            : full.substring(0, full.offsetByCodePoints(0, limit)).strip();
    filled.add(element + "=" + cut);
    return Optional.of(cut);
  }
}
