package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Retencion;
import uy.pfacturas.core.cfe.RetencionBuilder;

/** The amounts of one line of detail: B-C13, B-C17, B-C23 and B-C24. */
final class LineAmounts {
  private static final int AMOUNT = 1;

  private LineAmounts() {}

  /**
   * Whether lines of these documents have an amount: those of e-Remitos and e-Resguardos do not.
   */
  static boolean areOf(Familia familia) {
    return familia != Familia.REMITO && familia != Familia.RESGUARDO;
  }

  /** Whether the line has all that its amount needs. */
  static boolean isComputable(Item item, Familia familia) {
    boolean needsNoIndicator = familia == Familia.REMITO_EXPORTACION;
    return !areOf(familia)
        || ((item.indFact().isPresent() || needsNoIndicator)
            && item.cantidad().isPresent()
            && item.precioUnitario().isPresent());
  }

  /** The line with its amounts; as it is, if they cannot be computed. */
  static Item complete(Item item, Familia familia) {
    if (!isComputable(item, familia)) {
      return item;
    }
    if (!areOf(familia)) {
      return ItemBuilder.builder(item).retencPerceps(retenciones(item)).build();
    }
    BigDecimal base = item.cantidad().orElseThrow().multiply(item.precioUnitario().orElseThrow());
    Optional<BigDecimal> discount = discount(item, base);
    Optional<BigDecimal> surcharge = surcharge(item, base);
    return ItemBuilder.builder(item)
        .descuentoMonto(discount)
        .recargoMnt(surcharge)
        .retencPerceps(retenciones(item))
        .montoItem(Optional.of(amount(item, base, discount, surcharge)))
        .build();
  }

  /**
   * B-C24: quantity by price, less discount, plus surcharge; zero when delivered free of charge.
   */
  static BigDecimal amount(
      Item item, BigDecimal base, Optional<BigDecimal> discount, Optional<BigDecimal> surcharge) {
    if (item.indFact().filter(i -> i == IndFact.GRATIS).isPresent()) {
      return Rounding.ZERO;
    }
    return Rounding.money(
        base.subtract(discount.orElse(Rounding.ZERO)).add(surcharge.orElse(Rounding.ZERO)));
  }

  private static Optional<BigDecimal> discount(Item item, BigDecimal base) {
    return item.descuentoMonto()
        .or(() -> item.descuentoPct().map(p -> Rounding.percent(base, p)))
        .or(
            () ->
                sum(
                    item.subDescuentos().stream()
                        .map(s -> part(s.descTipo(), s.descVal(), base))
                        .toList()));
  }

  private static Optional<BigDecimal> surcharge(Item item, BigDecimal base) {
    return item.recargoMnt()
        .or(() -> item.recargoPct().map(p -> Rounding.percent(base, p)))
        .or(
            () ->
                sum(
                    item.subRecargos().stream()
                        .map(s -> part(s.recargoTipo(), s.recargoVal(), base))
                        .toList()));
  }

  private static BigDecimal part(
      Optional<Integer> kind, Optional<BigDecimal> value, BigDecimal base) {
    BigDecimal given = value.orElse(Rounding.ZERO);
    return kind.orElse(AMOUNT) == AMOUNT ? given : Rounding.percent(base, given);
  }

  private static Optional<BigDecimal> sum(List<BigDecimal> parts) {
    return parts.stream().reduce(BigDecimal::add);
  }

  private static List<Retencion> retenciones(Item item) {
    return item.retencPerceps().stream().map(LineAmounts::complete).toList();
  }

  private static Retencion complete(Retencion retencion) {
    Optional<BigDecimal> value =
        retencion
            .valRetPerc()
            .or(
                () ->
                    retencion
                        .mntSujetoaRet()
                        .flatMap(m -> retencion.tasa().map(t -> Rounding.percent(m, t))));
    return RetencionBuilder.builder(retencion).valRetPerc(value).build();
  }
}
