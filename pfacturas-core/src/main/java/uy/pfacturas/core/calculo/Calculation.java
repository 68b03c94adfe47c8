package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.fault.Fault;

/**
 * What came of calculating a document.
 *
 * @param cfe the document with all amounts that could be computed; where a line lacks what its
 *     amount needs, that line counts as zero and the rules say what it lacks
 * @param faults amounts of the ERP that lie beyond the tolerance, discounts that cannot be applied;
 *     empty if none
 * @param avisos amounts of the ERP that differ within the tolerance and were replaced
 * @param diferenciaErp what the ERP's total was (MntTotal, else MntPagar), where it differs from
 *     ours within the tolerance
 */
public record Calculation(
    Cfe cfe, List<Fault> faults, List<Fault> avisos, Optional<BigDecimal> diferenciaErp) {
  public Calculation {
    faults = List.copyOf(faults);
    avisos = List.copyOf(avisos);
  }
}
