package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uy.pfacturas.core.calculo.IndFact;
import uy.pfacturas.core.calculo.Pagar;
import uy.pfacturas.core.calculo.Sums;
import uy.pfacturas.core.calculo.Total;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Retencion;
import uy.pfacturas.core.cfe.RetencionTotal;
import uy.pfacturas.core.cfe.Totales;

/** Totals that are not VAT: currency, sums of lines, total, retentions, to pay. */
final class TotalesRules {
  private static final String TAX_CREDIT = "2181";

  static final List<Rule> ALL =
      List.of(
          TotalesRules::moneda,
          TotalesRules::tipoCambio,
          TotalesRules::sumas,
          TotalesRules::total,
          TotalesRules::lineas,
          TotalesRules::retenciones,
          TotalesRules::porCodigo,
          TotalesRules::pagar);

  private TotalesRules() {}

  /** Foreign money that is bought on one's own account is paid in pesos. */
  private static void moneda(Subject s, Findings out) {
    boolean isOwn = s.compraMe().filter(c -> c == 1).isPresent();
    s.cfe()
        .totales()
        .tpoMoneda()
        .filter(m -> isOwn && !m.equals(Moneda.UYU))
        .ifPresent(m -> out.add(RuleCode.A_C110_01, "Totales.TpoMoneda", m));
  }

  private static void tipoCambio(Subject s, Findings out) {
    Totales t = s.cfe().totales();
    t.tpoMoneda()
        .filter(m -> !m.equals(Moneda.UYU) && t.tpoCambio().isEmpty())
        .ifPresent(m -> out.add(RuleCode.A_C111_01, "Totales.TpoCambio", m));
  }

  private static void sumas(Subject s, Findings out) {
    Totales t = s.cfe().totales();
    out.compare(
        RuleCode.A_C112_01, "Totales.MntNoGrv", t.mntNoGrv(), s.sums().noGravado(s.familia()));
    notNegative(RuleCode.A_C112_02, "Totales.MntNoGrv", t.mntNoGrv(), out);
    out.compare(
        RuleCode.A_C113_01,
        "Totales.MntExpoyAsim",
        t.mntExpoyAsim(),
        s.sums().exportacion(s.familia(), s.cfe().items()));
    out.compare(
        RuleCode.A_C114_01,
        "Totales.MntImpuestoPerc",
        t.mntImpuestoPerc(),
        s.sums().of(IndFact.IMPUESTO_PERCIBIDO));
    notNegative(RuleCode.A_C114_02, "Totales.MntImpuestoPerc", t.mntImpuestoPerc(), out);
    out.compare(
        RuleCode.A_C115_01,
        "Totales.MntIVaenSusp",
        t.mntIVaenSusp(),
        s.sums().of(IndFact.IVA_EN_SUSPENSO));
    notNegative(RuleCode.A_C115_02, "Totales.MntIVaenSusp", t.mntIVaenSusp(), out);
    if (s.familia() == Familia.BOLETA && t.mntIVaenSusp().isPresent() && !s.isWithImeba()) {
      out.add(RuleCode.A_C115_03, "Totales.MntIVaenSusp");
    }
    out.compare(RuleCode.A_C129_01, "Totales.MontoNF", t.montoNF(), s.sums().noFacturable());
    if (s.isCobranza()
        && t.montoNF().isEmpty()
        && s.sums().has(IndFact.NO_FACTURABLE, IndFact.NO_FACTURABLE_NEGATIVO)) {
      out.add(RuleCode.A_C129_02, "Totales.MontoNF");
    }
  }

  static void notNegative(RuleCode code, String path, Optional<BigDecimal> amount, Findings out) {
    amount.filter(a -> a.signum() < 0).ifPresent(a -> out.add(code, path, a));
  }

  private static void total(Subject s, Findings out) {
    Totales t = s.cfe().totales();
    if (t.mntTotal().isEmpty()) {
      return;
    }
    out.compare(RuleCode.A_C124_01, "Totales.MntTotal", t.mntTotal(), Total.of(t));
    if (s.familia() != Familia.REMITO_EXPORTACION) {
      notNegative(RuleCode.A_C124_02, "Totales.MntTotal", t.mntTotal(), out);
    }
  }

  private static void lineas(Subject s, Findings out) {
    int lines = s.cfe().items().size();
    s.cfe()
        .totales()
        .cantLinDet()
        .filter(n -> n != lines)
        .ifPresent(n -> out.add(RuleCode.A_C126_01, "Totales.CantLinDet", n, lines));
  }

  private static void retenciones(Subject s, Findings out) {
    Totales t = s.cfe().totales();
    out.compare(
        RuleCode.A_C125_01, "Totales.MntTotRetenido", t.mntTotRetenido(), retained(t, false));
    out.compare(
        RuleCode.A_C125_1_01, "Totales.MntTotCredFisc", t.mntTotCredFisc(), retained(t, true));
  }

  private static BigDecimal retained(Totales t, boolean isCredit) {
    return t.retencPerceps().stream()
        .filter(r -> r.codRet().orElse("").startsWith(TAX_CREDIT) == isCredit)
        .flatMap(r -> r.valRetPerc().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A-C127 and A-C128: each code once, and the sum of the lines' values of that code. */
  private static void porCodigo(Subject s, Findings out) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Item item : s.cfe().items()) {
      for (Retencion r : item.retencPerceps()) {
        sums.merge(
            r.codRet().orElse(""),
            Sums.signed(item, r.valRetPerc().orElse(BigDecimal.ZERO)),
            BigDecimal::add);
      }
    }
    List<RetencionTotal> totals = s.cfe().totales().retencPerceps();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < totals.size(); i++) {
      String code = totals.get(i).codRet().orElse("");
      String path = "Totales." + Path.of("RetencPercep", i, "");
      if (!seen.add(code)) {
        out.add(RuleCode.A_C127_01, path + ".CodRet", code);
        continue;
      }
      if (!code.isEmpty() && !sums.containsKey(code) && !s.retenciones().isKnown(code)) {
        out.add(RuleCode.A_C127_02, path + ".CodRet", code, s.retenciones().vigencia());
      }
      code(code, path, totals.get(i).valRetPerc(), sums, out);
    }
    sums.forEach(
        (code, sum) -> {
          if (!seen.contains(code)) {
            code(code, "Totales.RetencPercep", Optional.empty(), sums, out);
          }
        });
  }

  private static void code(
      String code,
      String path,
      Optional<BigDecimal> said,
      Map<String, BigDecimal> sums,
      Findings out) {
    BigDecimal value = said.orElse(BigDecimal.ZERO);
    BigDecimal must = sums.getOrDefault(code, BigDecimal.ZERO);
    if (value.compareTo(must) != 0) {
      out.add(RuleCode.A_C128_01, path, code, value, must);
    }
  }

  /** A-C130; where the sum is negative it may also be zero. */
  private static void pagar(Subject s, Findings out) {
    Totales t = s.cfe().totales();
    if (t.mntPagar().isEmpty()) {
      return;
    }
    BigDecimal sum = Pagar.of(s.cfe(), t);
    boolean isZeroed = sum.signum() < 0 && t.mntPagar().get().signum() == 0;
    if (!isZeroed) {
      out.compare(RuleCode.A_C130_01, "Totales.MntPagar", t.mntPagar(), sum);
    }
  }
}
