package uy.pfacturas.core.calculo;

import java.math.BigDecimal;

/**
 * How far amounts may lie from ours; in the document's currency.
 *
 * @param totalesPorLinea what a total of the ERP may differ from ours, for each line of detail
 * @param totalesMaximo the most that it may differ, however many lines there are
 * @param iva what VAT may differ from net by rate where lines include VAT
 */
public record Tolerancias(BigDecimal totalesPorLinea, BigDecimal totalesMaximo, BigDecimal iva) {
  /** 0.01 per line and at most 1.00; 0.01 of VAT per rate. */
  public static final Tolerancias DEFAULT =
      new Tolerancias(new BigDecimal("0.01"), new BigDecimal("1.00"), new BigDecimal("0.01"));

  /** What a total of a document of so many lines may differ. */
  public BigDecimal totales(int lines) {
    return totalesPorLinea.multiply(BigDecimal.valueOf(lines)).min(totalesMaximo);
  }
}
