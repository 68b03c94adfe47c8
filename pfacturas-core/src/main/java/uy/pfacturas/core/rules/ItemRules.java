package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uy.pfacturas.core.calculo.IndFact;
import uy.pfacturas.core.calculo.Rounding;
import uy.pfacturas.core.cfe.CodItem;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.Retencion;

/** Lines of detail, zone B. */
final class ItemRules {
  /** B-C4 and D-C7: not with A-C10 3. */
  static final Set<Integer> NOT_WITHOUT_IVA =
      Set.of(
          IndFact.EXENTO,
          IndFact.TASA_MINIMA,
          IndFact.TASA_BASICA,
          IndFact.OTRA_TASA,
          IndFact.IMPUESTO_PERCIBIDO,
          IndFact.IVA_EN_SUSPENSO);

  /** B-C4 and D-C7 of e-Boletas: sold by one who has a RUC. */
  static final Set<Integer> OF_CONTRIBUYENTES = Set.of(IndFact.VENDEDOR_SIN_IVA, IndFact.IMEBA);

  /** G-C5: not under the CAE of an exempt company. */
  static final Set<Integer> NOT_EXEMPT =
      Set.of(
          IndFact.TASA_MINIMA,
          IndFact.TASA_BASICA,
          IndFact.OTRA_TASA,
          IndFact.IMPUESTO_PERCIBIDO,
          IndFact.IVA_EN_SUSPENSO);

  static final List<Rule> ALL =
      List.of(
          each(ItemRules::numero),
          each(ItemRules::codigos),
          each(ItemRules::indFact),
          each(ItemRules::precio),
          each(ItemRules::montos),
          each(ItemRules::retenciones),
          ItemRules::negativas);

  private ItemRules() {}

  @FunctionalInterface
  private interface LineRule {
    void check(Subject s, Item item, int index, Findings out);
  }

  private static Rule each(LineRule rule) {
    return (s, out) -> {
      List<Item> items = s.cfe().items();
      for (int i = 0; i < items.size(); i++) {
        rule.check(s, items.get(i), i, out);
      }
    };
  }

  private static void numero(Subject s, Item item, int index, Findings out) {
    item.nroLinDet()
        .filter(n -> n != index + 1)
        .ifPresent(n -> out.add(RuleCode.B_C1_01, Path.item(index, "NroLinDet"), n, index + 1));
  }

  private static void codigos(Subject s, Item item, int index, Findings out) {
    List<CodItem> codes = item.codItems();
    for (int i = 0; i < codes.size(); i++) {
      String kind = codes.get(i).tpoCod().orElse("");
      String code = codes.get(i).cod().orElse("");
      if (!code.isEmpty() && Gtin.isKind(kind) && !Gtin.isValid(kind, code)) {
        String path = Path.item(index, Path.of("CodItem", i, "Cod"));
        out.add(RuleCode.B_C3_01, path, kind, code);
      }
    }
  }

  private static void indFact(Subject s, Item item, int index, Findings out) {
    item.indFact()
        .ifPresent(
            f -> {
              String path = Path.item(index, "IndFact");
              if (s.isSinIva() && NOT_WITHOUT_IVA.contains(f)) {
                out.add(RuleCode.B_C4_01, path, f);
              }
              if (f == IndFact.IVA_MINIMO && !s.isSinIva() && !s.tipo().isCuentaAjena()) {
                out.add(RuleCode.B_C4_02, path);
              }
              if (s.isExempt() && NOT_EXEMPT.contains(f)) {
                out.add(RuleCode.B_C4_03, path, f);
              }
              switch (s.familia()) {
                case BOLETA -> vendedor(s, f, path, out);
                case REMITO, REMITO_EXPORTACION, RESGUARDO -> deshecho(s, f, path, out);
                default -> {}
              }
            });
  }

  /** What an e-Boleta buys depends on who sells. */
  private static void vendedor(Subject s, int indFact, String path, Findings out) {
    if (indFact == IndFact.NO_CONTRIBUYENTE && s.isToRuc()) {
      out.add(RuleCode.B_C4_04, path);
    }
    if (OF_CONTRIBUYENTES.contains(indFact) && !s.isToRuc()) {
      out.add(RuleCode.B_C4_05, path, indFact);
    }
    if (indFact == IndFact.MONEDA_EXTRANJERA && s.compraMe().isEmpty()) {
      out.add(RuleCode.B_C4_06, path);
    }
  }

  /** A line that undoes another document's names that document in zone F. */
  private static void deshecho(Subject s, int indFact, String path, Findings out) {
    boolean undoes = indFact == IndFact.A_REBAJAR || indFact == IndFact.A_ANULAR;
    if (undoes && s.cfe().referencias().isEmpty()) {
      out.add(RuleCode.B_C4_07, path, indFact);
    }
  }

  private static void precio(Subject s, Item item, int index, Findings out) {
    boolean needsIndicator = s.familia() != Familia.REMITO_EXPORTACION;
    if (item.precioUnitario().isEmpty() || (needsIndicator && item.indFact().isEmpty())) {
      return;
    }
    String path = Path.item(index, "PrecioUnitario");
    BigDecimal price = item.precioUnitario().get();
    int indFact = item.indFact().orElse(0);
    boolean isFree = indFact == IndFact.GRATIS;
    boolean mayBeFree = indFact == IndFact.A_REBAJAR && price.signum() == 0;
    if (isFree && price.signum() != 0) {
      out.add(RuleCode.B_C11_02, path, price);
    } else if (!isFree && !mayBeFree && price.signum() <= 0) {
      out.add(RuleCode.B_C11_01, path, price);
    }
  }

  private static void montos(Subject s, Item item, int index, Findings out) {
    if (item.descuentoPct().isPresent() && item.descuentoMonto().isEmpty()) {
      out.add(RuleCode.B_C13_01, Path.item(index, "DescuentoMonto"));
    }
    if (item.recargoPct().isPresent() && item.recargoMnt().isEmpty()) {
      out.add(RuleCode.B_C17_01, Path.item(index, "RecargoMnt"));
    }
    String path = Path.item(index, "MontoItem");
    if (item.indFact().filter(f -> f == IndFact.GRATIS).isPresent()) {
      item.montoItem()
          .filter(m -> m.signum() != 0)
          .ifPresent(m -> out.add(RuleCode.B_C24_02, path, m));
    } else if (item.montoItem().isPresent()
        && item.cantidad().isPresent()
        && item.precioUnitario().isPresent()) {
      BigDecimal amount =
          item.cantidad()
              .get()
              .multiply(item.precioUnitario().get())
              .subtract(item.descuentoMonto().orElse(BigDecimal.ZERO))
              .add(item.recargoMnt().orElse(BigDecimal.ZERO));
      out.compare(RuleCode.B_C24_01, path, item.montoItem(), Rounding.money(amount));
    }
  }

  private static void retenciones(Subject s, Item item, int index, Findings out) {
    List<Retencion> retenciones = item.retencPerceps();
    if (item.indAgenteResp().isPresent() && retenciones.isEmpty()) {
      out.add(RuleCode.B_C6_01, Path.item(index, "IndAgenteResp"));
    }
    boolean needsAgent = s.familia() != Familia.RESGUARDO;
    if (needsAgent && item.indAgenteResp().isEmpty() && !retenciones.isEmpty()) {
      out.add(RuleCode.B_C20_01, Path.item(index, "IndAgenteResp"));
    }
    for (int i = 0; i < retenciones.size(); i++) {
      retencion(s, retenciones.get(i), Path.item(index, Path.of("RetencPercep", i, "")), out);
    }
  }

  private static void retencion(Subject s, Retencion retencion, String group, Findings out) {
    retencion
        .codRet()
        .ifPresent(
            code -> {
              if (!code.matches("0*[1-9][0-9]*")) {
                out.add(RuleCode.B_C20_02, group + ".CodRet", code);
              } else if (!s.retenciones().isKnown(code)) {
                out.add(RuleCode.B_C20_03, group + ".CodRet", code, s.retenciones().vigencia());
              }
            });
    retencion
        .mntSujetoaRet()
        .filter(m -> m.signum() <= 0)
        .ifPresent(m -> out.add(RuleCode.B_C22_01, group + ".MntSujetoaRet", m));
    retencion
        .valRetPerc()
        .filter(v -> v.signum() <= 0)
        .ifPresent(v -> out.add(RuleCode.B_C23_01, group + ".ValRetPerc", v));
  }

  /** What a line sells; a negative quantity takes back what the same product has before. */
  private record Product(String name, String price, int indFact) {
    static Product of(Item item) {
      return new Product(
          item.nomItem().orElse(""),
          item.precioUnitario().map(p -> p.stripTrailingZeros().toPlainString()).orElse(""),
          item.indFact().orElse(0));
    }
  }

  private static void negativas(Subject s, Findings out) {
    List<Item> items = s.cfe().items();
    Map<Product, BigDecimal> left = new HashMap<>();
    for (Item item : items) {
      item.cantidad()
          .filter(c -> c.signum() > 0)
          .ifPresent(c -> left.merge(Product.of(item), c, BigDecimal::add));
    }
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      BigDecimal quantity = item.cantidad().orElse(BigDecimal.ZERO);
      if (quantity.signum() < 0
          && left.merge(Product.of(item), quantity, BigDecimal::add).signum() < 0) {
        out.add(RuleCode.B_C9_01, Path.item(i, "Cantidad"), quantity);
      }
    }
  }
}
