package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.calculo.IndFact;
import uy.pfacturas.core.calculo.Rounding;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.ley.TasasIva.Tasas;

/**
 * VAT: net, rate and tax of each rate, A-C116 to A-C123. Where lines include VAT, net and VAT
 * together must be the gross sum to the cent, and VAT may differ from net by rate by the tolerance.
 */
final class IvaRules {
  static final List<Rule> ALL = List.of(IvaRules::tasas, IvaRules::otra);

  private IvaRules() {}

  private record Rate(
      int indFact,
      String name,
      Optional<BigDecimal> net,
      Optional<BigDecimal> said,
      Optional<BigDecimal> vat,
      BigDecimal law,
      RuleCode netOff,
      RuleCode netNegative,
      RuleCode rateOff,
      RuleCode vatOff) {}

  private static void tasas(Subject s, Findings out) {
    s.cfe()
        .idDoc()
        .fchEmis()
        .flatMap(s.tasas()::on)
        .ifPresent(
            rates -> {
              check(s, minimum(s.cfe().totales(), rates), out);
              check(s, basic(s.cfe().totales(), rates), out);
            });
  }

  private static Rate minimum(Totales t, Tasas rates) {
    return new Rate(
        IndFact.TASA_MINIMA,
        "TasaMin",
        t.mntNetoIvaTasaMin(),
        t.ivaTasaMin(),
        t.mntIVATasaMin(),
        rates.minima(),
        RuleCode.A_C116_01,
        RuleCode.A_C116_02,
        RuleCode.A_C119_01,
        RuleCode.A_C121_01);
  }

  private static Rate basic(Totales t, Tasas rates) {
    return new Rate(
        IndFact.TASA_BASICA,
        "TasaBasica",
        t.mntNetoIVATasaBasica(),
        t.ivaTasaBasica(),
        t.mntIVATasaBasica(),
        rates.basica(),
        RuleCode.A_C117_01,
        RuleCode.A_C117_02,
        RuleCode.A_C120_01,
        RuleCode.A_C122_01);
  }

  private static void check(Subject s, Rate rate, Findings out) {
    BigDecimal sum = s.sums().of(rate.indFact);
    BigDecimal net = s.isGross() ? Rounding.net(sum, rate.law) : sum;
    BigDecimal tolerance = s.isGross() ? s.toleranciaIva() : BigDecimal.ZERO;
    String netPath = rate.indFact == IndFact.TASA_MINIMA ? "MntNetoIva" : "MntNetoIVA";
    out.within(rate.netOff, "Totales." + netPath + rate.name, rate.net, net, tolerance);
    TotalesRules.notNegative(rate.netNegative, "Totales." + netPath + rate.name, rate.net, out);
    boolean isRateWrong = rate.said.filter(r -> r.compareTo(rate.law) != 0).isPresent();
    boolean isRateMissing = rate.said.isEmpty() && isPositive(rate.net);
    if (isRateWrong || isRateMissing) {
      out.add(
          rate.rateOff,
          "Totales.IVA" + rate.name,
          rate.said.map(r -> r.stripTrailingZeros().toPlainString()).orElse("-"),
          rate.law.stripTrailingZeros());
    }
    vat(s, rate, sum, tolerance, out);
  }

  private static void vat(
      Subject s, Rate rate, BigDecimal sum, BigDecimal tolerance, Findings out) {
    String path = "Totales.MntIVA" + rate.name;
    BigDecimal said = rate.vat.orElse(BigDecimal.ZERO);
    BigDecimal net = rate.net.orElse(BigDecimal.ZERO);
    BigDecimal byRate = Rounding.percent(net, rate.law);
    boolean isFar = said.subtract(byRate).abs().compareTo(tolerance) > 0;
    boolean isNotTheRest = s.isGross() && net.add(said).compareTo(sum) != 0;
    if (isFar || isNotTheRest) {
      out.add(rate.vatOff, path, said, s.isGross() ? sum.subtract(net) : byRate);
    }
  }

  /** A-C118 and A-C123: one is not without the other; the tax of another rate is the ERP's. */
  private static void otra(Subject s, Findings out) {
    Totales t = s.cfe().totales();
    out.compare(
        RuleCode.A_C118_01,
        "Totales.MntNetoIVAOtra",
        t.mntNetoIVAOtra(),
        s.sums().of(IndFact.OTRA_TASA));
    TotalesRules.notNegative(RuleCode.A_C118_02, "Totales.MntNetoIVAOtra", t.mntNetoIVAOtra(), out);
    if (isPositive(t.mntIVAOtra()) && !isPositive(t.mntNetoIVAOtra())) {
      out.add(RuleCode.A_C118_03, "Totales.MntNetoIVAOtra");
    }
    if (isPositive(t.mntNetoIVAOtra()) && !isPositive(t.mntIVAOtra())) {
      out.add(RuleCode.A_C123_01, "Totales.MntIVAOtra");
    }
  }

  private static boolean isPositive(Optional<BigDecimal> amount) {
    return amount.filter(a -> a.signum() > 0).isPresent();
  }
}
