package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.DescuentoRecargoBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.fault.Fault;

/**
 * Global discounts and surcharges as DGI wants them: an amount for each indicator of invoicing.
 *
 * <p>One without indicator belongs to all lines. It is split over their indicators in proportion to
 * the lines' amounts, so that what is to pay changes by exactly the discount; the last cent goes to
 * the largest. Lines of IndFact 7 are taken from what is to pay, so their share works the other
 * way.
 */
final class GlobalAmounts {
  private static final int AMOUNT = 1;

  private final Sums lines;
  private final List<DescuentoRecargo> result = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private GlobalAmounts(List<Item> items) {
    this.lines = Sums.of(items, List.of());
  }

  static GlobalAmounts of(List<Item> items, List<DescuentoRecargo> globals) {
    GlobalAmounts amounts = new GlobalAmounts(items);
    for (int i = 0; i < globals.size(); i++) {
      amounts.add(globals.get(i), "DRG_Item[" + (i + 1) + "].ValorDR");
    }
    return amounts;
  }

  /** The discounts and surcharges, numbered from 1, each an amount of one indicator. */
  List<DescuentoRecargo> result() {
    return List.copyOf(result);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void add(DescuentoRecargo given, String path) {
    if (given.valorDR().isEmpty()) {
      append(given, given.indFactDR(), given.valorDR());
    } else if (given.indFactDR().isPresent()) {
      BigDecimal base = lines.of(given.indFactDR().get());
      append(given, given.indFactDR(), Optional.of(amount(given, base)));
    } else {
      split(given, path);
    }
  }

  private void split(DescuentoRecargo given, String path) {
    Map<Integer, BigDecimal> parts = new TreeMap<>();
    lines
        .byIndFact()
        .forEach((indFact, sum) -> parts.put(indFact, sum.multiply(effectOf(indFact))));
    parts.values().removeIf(part -> part.signum() == 0);
    BigDecimal whole = parts.values().stream().reduce(Rounding.ZERO, BigDecimal::add);
    if (whole.signum() <= 0) {
      faults.add(Fault.of(CalculoCode.NOTHING_TO_SPLIT, "D-C7", path, given.glosaDR().orElse("")));
      return;
    }
    BigDecimal amount = amount(given, whole);
    Map<Integer, BigDecimal> shares = new TreeMap<>();
    parts.forEach((indFact, part) -> shares.put(indFact, Rounding.share(amount, part, whole)));
    BigDecimal left =
        amount.subtract(shares.values().stream().reduce(Rounding.ZERO, BigDecimal::add));
    shares.merge(largest(parts), left, BigDecimal::add);
    shares.values().removeIf(share -> share.signum() == 0);
    shares.forEach(
        (indFact, share) ->
            append(given, Optional.of(indFact), Optional.of(share.multiply(effectOf(indFact)))));
  }

  private static int largest(Map<Integer, BigDecimal> parts) {
    return parts.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.comparing(BigDecimal::abs)))
        .orElseThrow()
        .getKey();
  }

  /** How an amount of this indicator changes what is to pay. */
  private static BigDecimal effectOf(int indFact) {
    return indFact == IndFact.NO_FACTURABLE_NEGATIVO ? BigDecimal.ONE.negate() : BigDecimal.ONE;
  }

  private static BigDecimal amount(DescuentoRecargo given, BigDecimal base) {
    BigDecimal value = given.valorDR().orElseThrow();
    return given.tpoDR().orElse(AMOUNT) == AMOUNT ? value : Rounding.percent(base, value);
  }

  private void append(
      DescuentoRecargo given, Optional<Integer> indFact, Optional<BigDecimal> amount) {
    result.add(
        DescuentoRecargoBuilder.builder(given)
            .nroLinDR(Optional.of(result.size() + 1))
            .tpoDR(Optional.of(AMOUNT))
            .valorDR(amount)
            .indFactDR(indFact)
            .build());
  }
}
