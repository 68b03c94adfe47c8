package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.ley.TasasIva;

/**
 * Computes every amount of a document from quantities, prices, discounts and the law's VAT rates,
 * and compares those that the ERP gave.
 *
 * <p>For every type. With MntBruto 1 the lines include VAT: the gross sum per rate is what the
 * buyer pays and stays, net is rounded out of it and VAT is the rest. Thread-safe; calculating a
 * calculated document changes nothing.
 *
 * @see "Formato de los CFE v25-1, A-C112 to A-C130, B-C24, zone D"
 */
public final class Calculator {
  private final TasasIva tasas;
  private final Tolerancias tolerancias;
  private final Optional<CashRounding> cashRounding;

  /**
   * A calculator by these rates and tolerances.
   *
   * @param redondeoEfectivo step to which cash payments are rounded, such as 1.00; empty for none
   * @throws IllegalArgumentException if that step is not greater than zero
   */
  public Calculator(
      TasasIva tasas, Tolerancias tolerancias, Optional<BigDecimal> redondeoEfectivo) {
    if (redondeoEfectivo.filter(step -> step.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException("redondeoEfectivo is not greater than zero");
    }
    this.tasas = tasas;
    this.tolerancias = tolerancias;
    this.cashRounding = redondeoEfectivo.map(CashRounding::new);
  }

  /** By the published rates and the usual tolerances, cash not rounded. */
  public static Calculator standard() {
    return new Calculator(TasasIva.published(), Tolerancias.DEFAULT, Optional.empty());
  }

  /** The document with its amounts. A document without type or date comes back as it is. */
  public Calculation calculate(Cfe given) {
    Optional<TasasIva.Tasas> rates = given.idDoc().fchEmis().flatMap(tasas::on);
    if (rates.isEmpty() || given.idDoc().tipoCFE().isEmpty()) {
      return new Calculation(given, List.of(), List.of(), Optional.empty());
    }
    Familia familia = given.tipo().familia();
    boolean isComputable =
        given.items().stream().allMatch(item -> LineAmounts.isComputable(item, familia));
    List<Item> items = given.items().stream().map(item -> line(item, familia)).toList();
    GlobalAmounts globals = GlobalAmounts.of(items, given.descuentosRecargos());
    Cfe lines = CfeBuilder.builder(given).items(items).descuentosRecargos(globals.result()).build();
    Cfe unrounded = withTotals(lines, rates.get());
    Cfe ours = isComputable ? rounded(unrounded, rates.get()) : unrounded;

    GivenAmounts amounts = new GivenAmounts(tolerancias.totales(items.size()));
    amounts.faults().addAll(globals.faults());
    if (isComputable && globals.faults().isEmpty()) {
      amounts.compareLines(given.items(), items);
      amounts.compareTotals(given.totales(), ours.totales(), unrounded.totales());
    }
    return new Calculation(ours, amounts.faults(), amounts.avisos(), amounts.diferencia());
  }

  /** A line whose amount cannot be computed counts as zero; the rules say what it lacks. */
  private static Item line(Item item, Familia familia) {
    Item complete = LineAmounts.complete(item, familia);
    return complete.montoItem().isPresent() || !LineAmounts.areOf(familia)
        ? complete
        : ItemBuilder.builder(complete).montoItem(Optional.of(Rounding.ZERO)).build();
  }

  private Cfe rounded(Cfe cfe, TasasIva.Tasas rates) {
    return cashRounding
        .map(rounding -> rounding.apply(cfe, Pagar.of(cfe, cfe.totales())))
        .map(withLine -> withTotals(withLine, rates))
        .orElse(cfe);
  }

  private static Cfe withTotals(Cfe cfe, TasasIva.Tasas rates) {
    Totales totales = TotalAmounts.of(cfe, rates);
    boolean isOwed = totales.mntPagar().filter(p -> p.signum() < 0).isPresent();
    boolean saysZero = cfe.totales().mntPagar().filter(p -> p.signum() == 0).isPresent();
    // A-C130 may be zero where the sum is negative.
    return CfeBuilder.builder(cfe)
        .totales(
            isOwed && saysZero
                ? TotalesBuilder.builder(totales).mntPagar(Optional.of(Rounding.ZERO)).build()
                : totales)
        .build();
  }
}
