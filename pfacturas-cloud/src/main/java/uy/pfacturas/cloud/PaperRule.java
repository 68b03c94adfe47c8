package uy.pfacturas.cloud;

import java.math.BigDecimal;
import java.util.Optional;
import uy.pfacturas.core.calculo.Total;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.ley.Ui;

/**
 * Which documents must be sent before their paper is handed over: all but e-Tickets and their notes
 * up to the threshold (protocol §6).
 *
 * @param ui quotations for the threshold
 * @see "Formato del Sobre v05, §1"
 */
record PaperRule(Ui ui) {
  boolean isSentFirst(Cfe cfe) {
    if (cfe.tipo().familia() != Familia.TICKET || !cfe.totales().retencPerceps().isEmpty()) {
      return true;
    }
    Optional<Ui.Tope> tope = cfe.idDoc().fchEmis().flatMap(ui::tope);
    Optional<BigDecimal> net = Total.netoEnPesos(cfe.totales());
    return tope.isEmpty() || net.isEmpty() || net.get().compareTo(tope.get().pesos()) > 0;
  }
}
