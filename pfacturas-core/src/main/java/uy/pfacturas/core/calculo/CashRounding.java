package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Moneda;

/**
 * Rounds what is to pay in cash: a line of what is not invoiceable, IndFact 6 up and 7 down. Only
 * for cash payments in pesos.
 *
 * @see "Formato de los CFE v25-1, A-C129, and the printed representation"
 */
final class CashRounding {
  private static final int CASH = 1;

  private final BigDecimal step;

  /** To multiples of a step greater than zero. */
  CashRounding(BigDecimal step) {
    this.step = step;
  }

  /** The document with its line of rounding, before its totals; as it is, if none is needed. */
  Cfe apply(Cfe cfe, BigDecimal toPay) {
    BigDecimal difference = Rounding.toStep(toPay, step).subtract(toPay);
    if (difference.signum() == 0 || !applies(cfe)) {
      return cfe;
    }
    List<Item> items = new ArrayList<>(cfe.items());
    items.add(line(items.size() + 1, difference));
    return CfeBuilder.builder(cfe).items(items).build();
  }

  private static boolean applies(Cfe cfe) {
    return cfe.tipo().familia() != Familia.REMITO_EXPORTACION
        && LineAmounts.areOf(cfe.tipo().familia())
        && cfe.idDoc().fmaPago().filter(f -> f == CASH).isPresent()
        && cfe.totales().tpoMoneda().filter(Moneda.UYU::equals).isPresent()
        && cfe.items().size() < cfe.tipo().familia().maxLineas();
  }

  private static Item line(int number, BigDecimal difference) {
    BigDecimal amount = difference.abs();
    return ItemBuilder.builder()
        .nroLinDet(Optional.of(number))
        .indFact(
            Optional.of(
                difference.signum() > 0 ? IndFact.NO_FACTURABLE : IndFact.NO_FACTURABLE_NEGATIVO))
        .nomItem(Optional.of("Redondeo"))
        .cantidad(Optional.of(BigDecimal.ONE))
        .uniMed(Optional.of("N/A"))
        .precioUnitario(Optional.of(amount))
        .montoItem(Optional.of(amount))
        .build();
  }
}
