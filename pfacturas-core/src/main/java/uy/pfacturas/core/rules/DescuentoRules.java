package uy.pfacturas.core.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uy.pfacturas.core.calculo.IndFact;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.Familia;

/** Global discounts and surcharges, zone D; numbering of zones C and E. */
final class DescuentoRules {
  private static final Set<Integer> OF_SALES =
      Set.of(
          IndFact.EXENTO,
          IndFact.TASA_MINIMA,
          IndFact.TASA_BASICA,
          IndFact.OTRA_TASA,
          IndFact.NO_FACTURABLE,
          IndFact.NO_FACTURABLE_NEGATIVO,
          IndFact.EXPORTACION,
          IndFact.IMPUESTO_PERCIBIDO,
          IndFact.IVA_EN_SUSPENSO,
          IndFact.IVA_MINIMO);
  private static final Set<Integer> OF_EXPORTS =
      Set.of(IndFact.NO_FACTURABLE, IndFact.NO_FACTURABLE_NEGATIVO, IndFact.EXPORTACION);
  private static final Set<Integer> OF_BOLETAS =
      Set.of(
          IndFact.NO_FACTURABLE,
          IndFact.NO_FACTURABLE_NEGATIVO,
          IndFact.IVA_EN_SUSPENSO,
          IndFact.NO_CONTRIBUYENTE,
          IndFact.VENDEDOR_SIN_IVA,
          IndFact.IMEBA,
          IndFact.MONEDA_EXTRANJERA);

  static final List<Rule> ALL =
      List.of(
          DescuentoRules::subTotales,
          DescuentoRules::mediosPago,
          DescuentoRules::numero,
          DescuentoRules::indFact,
          DescuentoRules::uno);

  private DescuentoRules() {}

  private static void subTotales(Subject s, Findings out) {
    for (int i = 0; i < s.cfe().subTotales().size(); i++) {
      int must = i + 1;
      String path = Path.of("STI_Item", i, "NroSTI");
      s.cfe()
          .subTotales()
          .get(i)
          .nroSTI()
          .filter(n -> n != must)
          .ifPresent(n -> out.add(RuleCode.C_C1_01, path, n, must));
    }
  }

  private static void mediosPago(Subject s, Findings out) {
    for (int i = 0; i < s.cfe().mediosPago().size(); i++) {
      int must = i + 1;
      String path = Path.of("MedioPago", i, "NroLinMP");
      s.cfe()
          .mediosPago()
          .get(i)
          .nroLinMP()
          .filter(n -> n != must)
          .ifPresent(n -> out.add(RuleCode.E_C1_01, path, n, must));
    }
  }

  private static void numero(Subject s, Findings out) {
    List<DescuentoRecargo> all = s.cfe().descuentosRecargos();
    for (int i = 0; i < all.size(); i++) {
      int must = i + 1;
      String path = Path.of("DRG_Item", i, "NroLinDR");
      all.get(i)
          .nroLinDR()
          .filter(n -> n != must)
          .ifPresent(n -> out.add(RuleCode.D_C1_01, path, n, must));
    }
  }

  private static void indFact(Subject s, Findings out) {
    List<DescuentoRecargo> all = s.cfe().descuentosRecargos();
    for (int i = 0; i < all.size(); i++) {
      String path = Path.of("DRG_Item", i, "IndFactDR");
      all.get(i).indFactDR().ifPresent(f -> indFact(s, f, path, out));
    }
  }

  private static void indFact(Subject s, int f, String path, Findings out) {
    Set<Integer> allowed =
        switch (s.familia()) {
          case EXPORTACION -> OF_EXPORTS;
          case BOLETA -> OF_BOLETAS;
          default -> OF_SALES;
        };
    if (!allowed.contains(f)) {
      out.add(RuleCode.D_C7_01, path, f);
    }
    if (s.familia() == Familia.BOLETA) {
      vendedor(s, f, path, out);
    }
    if (s.isSinIva() && ItemRules.NOT_WITHOUT_IVA.contains(f)) {
      out.add(RuleCode.D_C7_03, path, f);
    }
    if (f == IndFact.IVA_MINIMO && !s.isSinIva() && !s.tipo().isCuentaAjena()) {
      out.add(RuleCode.D_C7_04, path);
    }
    if (s.isExempt() && ItemRules.NOT_EXEMPT.contains(f)) {
      out.add(RuleCode.D_C7_05, path, f);
    }
  }

  /** As in the lines, what an e-Boleta buys depends on who sells. */
  private static void vendedor(Subject s, int f, String path, Findings out) {
    if (f == IndFact.NO_CONTRIBUYENTE && s.isToRuc()) {
      out.add(RuleCode.D_C7_06, path);
    }
    if (ItemRules.OF_CONTRIBUYENTES.contains(f) && !s.isToRuc()) {
      out.add(RuleCode.D_C7_07, path, f);
    }
    if (s.compraMe().isPresent() != (f == IndFact.MONEDA_EXTRANJERA)) {
      out.add(RuleCode.D_C7_08, path, f);
    }
  }

  /** Zone D has as many lines as there are indicators: one discount and one surcharge for each. */
  private static void uno(Subject s, Findings out) {
    Set<String> seen = new HashSet<>();
    List<DescuentoRecargo> all = s.cfe().descuentosRecargos();
    for (int i = 0; i < all.size(); i++) {
      String movement = all.get(i).tpoMovDR().orElse("");
      String path = Path.of("DRG_Item", i, "IndFactDR");
      all.get(i)
          .indFactDR()
          .filter(f -> !seen.add(movement + f))
          .ifPresent(f -> out.add(RuleCode.D_C7_02, path, f));
    }
  }
}
