package uy.pfacturas.cloud;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Totales;
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
    return tope.isEmpty() || net(cfe.totales()).compareTo(tope.get().pesos()) > 0;
  }

  /** Σ A-C112 to A-C118 in pesos. */
  private static BigDecimal net(Totales t) {
    BigDecimal net =
        Stream.of(
                t.mntNoGrv(),
                t.mntExpoyAsim(),
                t.mntImpuestoPerc(),
                t.mntIVaenSusp(),
                t.mntNetoIvaTasaMin(),
                t.mntNetoIVATasaBasica(),
                t.mntNetoIVAOtra())
            .flatMap(Optional::stream)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return t.tpoMoneda().filter(Moneda.UYU::equals).isPresent()
        ? net
        : net.multiply(t.tpoCambio().orElse(BigDecimal.ONE));
  }
}
