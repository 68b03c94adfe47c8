package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Item;

/**
 * Amounts per indicator of invoicing: lines, less global discounts, plus global surcharges. Lines
 * without indicator or amount are left out. This is the sum that the formulas of A-C112 to A-C118
 * and A-C129 share.
 */
public final class Sums {
  private static final int[] OF_BOLETA = {
    IndFact.NO_CONTRIBUYENTE, IndFact.VENDEDOR_SIN_IVA, IndFact.IMEBA, IndFact.MONEDA_EXTRANJERA
  };
  private static final int[] OF_OTHERS = {IndFact.EXENTO, IndFact.IVA_MINIMO};

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

  /** What is not taxed, A-C112: in e-Boletas other indicators than elsewhere. */
  public BigDecimal noGravado(Familia familia) {
    return of(noGravados(familia));
  }

  /** Whether something of it is there. */
  boolean hasNoGravado(Familia familia) {
    return has(noGravados(familia));
  }

  private static int[] noGravados(Familia familia) {
    return familia == Familia.BOLETA ? OF_BOLETA : OF_OTHERS;
  }

  /**
   * Exports and alike, A-C113: in e-Remitos all lines, less those that are taken from another
   * e-Remito.
   *
   * @param items the document's lines, which need no indicator in e-Remitos
   */
  public BigDecimal exportacion(Familia familia, List<Item> items) {
    return familia == Familia.REMITO_EXPORTACION
        ? items.stream()
            .flatMap(item -> item.montoItem().map(m -> signed(item, m)).stream())
            .reduce(Rounding.ZERO, BigDecimal::add)
        : of(IndFact.EXPORTACION);
  }

  /**
   * An amount of a line with the sign that it has in the totals of e-Remitos and e-Resguardos:
   * negative where the line undoes another's.
   */
  public static BigDecimal signed(Item item, BigDecimal amount) {
    boolean undoes =
        item.indFact().filter(f -> f == IndFact.A_REBAJAR || f == IndFact.A_ANULAR).isPresent();
    return undoes ? amount.negate() : amount;
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
