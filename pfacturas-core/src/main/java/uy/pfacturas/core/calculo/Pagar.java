package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Totales;

/**
 * What is to pay: total, retentions and perceptions, and what is not invoiceable. Where an e-Boleta
 * includes IMEBA (MntBruto 2), what the buyer retains is taken from what it pays.
 *
 * @see "Formato de los CFE v25-1, A-C130"
 */
public final class Pagar {
  private static final int WITH_IMEBA = 2;

  private Pagar() {}

  /** What a document with these totals has to pay; absent amounts are zero. */
  public static BigDecimal of(Cfe cfe, Totales totales) {
    BigDecimal retained = totales.mntTotRetenido().orElse(Rounding.ZERO);
    boolean isTaken =
        cfe.tipo().familia() == Familia.BOLETA
            && cfe.idDoc().mntBruto().filter(m -> m == WITH_IMEBA).isPresent();
    return totales
        .mntTotal()
        .orElse(Rounding.ZERO)
        .add(isTaken ? retained.negate() : retained)
        .add(totales.montoNF().orElse(Rounding.ZERO));
  }
}
