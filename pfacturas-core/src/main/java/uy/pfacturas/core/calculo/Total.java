package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Totales;

/**
 * Sums over the totals of a document; absent amounts are zero.
 *
 * @see "Formato de los CFE v25-1, A-C60, A-C124 and tabla E"
 */
public final class Total {
  private Total() {}

  /** Σ A-C112 to A-C118: the net amount, in the document's currency. */
  public static BigDecimal neto(Totales t) {
    return sum(
        t.mntNoGrv(),
        t.mntExpoyAsim(),
        t.mntImpuestoPerc(),
        t.mntIVaenSusp(),
        t.mntNetoIvaTasaMin(),
        t.mntNetoIVATasaBasica(),
        t.mntNetoIVAOtra());
  }

  /** The net amount in pesos, as table E compares it; empty if the exchange rate is missing. */
  public static Optional<BigDecimal> netoEnPesos(Totales t) {
    return t.tpoMoneda().filter(Moneda.UYU::equals).isPresent()
        ? Optional.of(neto(t))
        : t.tpoCambio().map(neto(t)::multiply);
  }

  /** The net amount and VAT together, A-C124. */
  public static BigDecimal of(Totales t) {
    return neto(t).add(sum(t.mntIVATasaMin(), t.mntIVATasaBasica(), t.mntIVAOtra()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private static BigDecimal sum(Optional<BigDecimal>... amounts) {
    return Stream.of(amounts).flatMap(Optional::stream).reduce(Rounding.ZERO, BigDecimal::add);
  }
}
