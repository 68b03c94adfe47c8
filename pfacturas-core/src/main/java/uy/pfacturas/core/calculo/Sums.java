package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.Item;

/**
 * Amounts per indicator of invoicing: lines, less global discounts, plus global surcharges. Lines
 * without indicator or amount are left out. This is the sum that the formulas of A-C112 to A-C118
 * and A-C129 share.
 */
public final class Sums {
  private final NavigableMap<Integer, BigDecimal> byIndFact = new TreeMap<>();

  private Sums() {}

  /** The sums of these lines, discounts and surcharges; D-C6 counts as an amount whatever D-C3. */
  public static Sums of(List<Item> items, List<DescuentoRecargo> globals) {
    Sums sums = new Sums();
    for (Item item : items) {
      item.indFact().ifPresent(i -> item.montoItem().ifPresent(m -> sums.add(i, m)));
    }
    for (DescuentoRecargo dr : globals) {
      boolean isDiscount = dr.tpoMovDR().filter("D"::equals).isPresent();
      dr.indFactDR()
          .ifPresent(i -> dr.valorDR().ifPresent(v -> sums.add(i, isDiscount ? v.negate() : v)));
    }
    return sums;
  }

  private void add(int indFact, BigDecimal amount) {
    byIndFact.merge(indFact, amount, BigDecimal::add);
  }

  /** The sum of these indicators; zero if there is none. */
  public BigDecimal of(int... indicators) {
    BigDecimal sum = Rounding.ZERO;
    for (int indFact : indicators) {
      sum = sum.add(byIndFact.getOrDefault(indFact, Rounding.ZERO));
    }
    return sum;
  }

  /** Whether a line, discount or surcharge bears one of these indicators. */
  public boolean has(int... indicators) {
    for (int indFact : indicators) {
      if (byIndFact.containsKey(indFact)) {
        return true;
      }
    }
    return false;
  }

  /** What is not invoiceable, A-C129. */
  public BigDecimal noFacturable() {
    return of(IndFact.NO_FACTURABLE).subtract(of(IndFact.NO_FACTURABLE_NEGATIVO));
  }

  /** The indicators of the lines, discounts and surcharges, in order. */
  NavigableMap<Integer, BigDecimal> byIndFact() {
    return byIndFact;
  }
}
