package uy.pfacturas.core.rules;

import static uy.pfacturas.core.rules.Broken.globals;
import static uy.pfacturas.core.rules.Broken.only;
import static uy.pfacturas.core.rules.Broken.retaining;
import static uy.pfacturas.core.rules.Broken.some;
import static uy.pfacturas.core.rules.Broken.ticket;
import static uy.pfacturas.core.rules.Broken.totales;
import static uy.pfacturas.core.testing.Documents.discount;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.RetencionTotal;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.testing.Documents;

/** For each rule of totals and VAT the smallest document that breaks it. */
final class AmountCases {
  private AmountCases() {}

  static void addTo(Map<RuleCode, List<Fault>> cases, Judge rules) {
    amounts(rules, cases);
  }

  private static List<Fault> general(Judge rules, Cfe cfe) {
    return rules.validateUnnumbered(cfe, Regimen.GENERAL);
  }

  private static void amounts(Judge rules, Map<RuleCode, List<Fault>> cases) {
    Cfe cfe = Documents.eFactura();
    Cfe retaining = retaining();
    cases.put(
        RuleCode.A_C111_01,
        general(rules, only(cfe, b -> b.tpoMoneda(Optional.of(new Moneda("USD"))))));
    cases.put(RuleCode.A_C112_01, general(rules, totales(cfe, b -> b.mntNoGrv(some("10.01")))));
    cases.put(RuleCode.A_C112_02, general(rules, negative(1)));
    cases.put(RuleCode.A_C113_01, general(rules, totales(cfe, b -> b.mntExpoyAsim(some("0.01")))));
    cases.put(
        RuleCode.A_C114_01, general(rules, totales(cfe, b -> b.mntImpuestoPerc(some("0.01")))));
    cases.put(RuleCode.A_C114_02, general(rules, negative(11)));
    cases.put(RuleCode.A_C115_01, general(rules, totales(cfe, b -> b.mntIVaenSusp(some("0.01")))));
    cases.put(RuleCode.A_C115_02, general(rules, negative(12)));
    cases.put(
        RuleCode.A_C116_01,
        general(
            rules,
            totales(cfe, b -> b.mntNetoIvaTasaMin(some("50.10")).mntIVATasaMin(some("5.01")))));
    cases.put(RuleCode.A_C116_02, general(rules, negative(2)));
    cases.put(
        RuleCode.A_C117_01,
        general(
            rules,
            totales(
                cfe, b -> b.mntNetoIVATasaBasica(some("201.00")).mntIVATasaBasica(some("44.22")))));
    cases.put(RuleCode.A_C117_02, general(rules, negative(3)));
    Cfe otra = totales(ticket(Documents.item(4, "x", "1", "9")), b -> b.mntIVAOtra(some("1.00")));
    cases.put(
        RuleCode.A_C118_01, general(rules, totales(otra, b -> b.mntNetoIVAOtra(some("9.01")))));
    cases.put(RuleCode.A_C118_02, general(rules, negative(4)));
    cases.put(RuleCode.A_C118_03, general(rules, totales(cfe, b -> b.mntIVAOtra(some("0.01")))));
    cases.put(RuleCode.A_C119_01, general(rules, only(cfe, b -> b.ivaTasaMin(some("22")))));
    cases.put(RuleCode.A_C120_01, general(rules, only(cfe, b -> b.ivaTasaBasica(some("10")))));
    cases.put(RuleCode.A_C121_01, general(rules, totales(cfe, b -> b.mntIVATasaMin(some("5.01")))));
    cases.put(
        RuleCode.A_C122_01, general(rules, totales(cfe, b -> b.mntIVATasaBasica(some("43.99")))));
    cases.put(RuleCode.A_C123_01, general(rules, ticket(Documents.item(4, "x", "1", "9"))));
    cases.put(
        RuleCode.A_C124_01,
        general(rules, only(cfe, b -> b.mntTotal(some("309.01")).mntPagar(some("309.01")))));
    cases.put(
        RuleCode.A_C124_02,
        general(
            rules, globals(ticket(Documents.item(10, "x", "1", "1")), discount(1, "2.00", 10))));
    cases.put(
        RuleCode.A_C125_01,
        general(
            rules, only(retaining, b -> b.mntTotRetenido(some("10.01")).mntPagar(some("254.01")))));
    cases.put(RuleCode.A_C125_1_01, general(rules, only(cfe, b -> b.mntTotCredFisc(some("0.01")))));
    cases.put(RuleCode.A_C126_01, general(rules, only(cfe, b -> b.cantLinDet(Optional.of(2)))));
    cases.put(
        RuleCode.A_C127_01,
        general(
            rules,
            only(
                retaining,
                b ->
                    b.retencPerceps(
                        List.of(retencion("2183211", "10.00"), retencion("2183211", "0"))))));
    cases.put(
        RuleCode.A_C128_01,
        general(
            rules,
            only(
                retaining,
                b ->
                    b.retencPerceps(List.of(retencion("2183211", "11.00")))
                        .mntTotRetenido(some("11.00"))
                        .mntPagar(some("255.00")))));
    cases.put(RuleCode.A_C129_01, general(rules, totales(cfe, b -> b.montoNF(some("0.01")))));
    cases.put(RuleCode.A_C130_01, general(rules, only(cfe, b -> b.mntPagar(some("309.01")))));
  }

  /** A document whose lines of this indicator have a discount of more than they are worth. */
  private static Cfe negative(int indFact) {
    return globals(
        ticket(Documents.item(indFact, "x", "1", "10"), Documents.item(10, "y", "1", "100")),
        discount(1, "10.01", indFact));
  }

  private static RetencionTotal retencion(String code, String value) {
    return new RetencionTotal(Optional.of(code), some(value));
  }
}
