package uy.pfacturas.core.rules;

import static uy.pfacturas.core.rules.Broken.cae;
import static uy.pfacturas.core.rules.Broken.globals;
import static uy.pfacturas.core.rules.Broken.item;
import static uy.pfacturas.core.rules.Broken.referencia;
import static uy.pfacturas.core.rules.Broken.retaining;
import static uy.pfacturas.core.rules.Broken.sinIva;
import static uy.pfacturas.core.rules.Broken.some;
import static uy.pfacturas.core.rules.Broken.ticket;
import static uy.pfacturas.core.rules.Broken.totales;
import static uy.pfacturas.core.testing.Documents.DAY;
import static uy.pfacturas.core.testing.Documents.discount;
import static uy.pfacturas.core.testing.Documents.numbered;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.CodItem;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.DescuentoRecargoBuilder;
import uy.pfacturas.core.cfe.MedioPago;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.RetencionBuilder;
import uy.pfacturas.core.cfe.SubTotal;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.testing.Documents;

/** For each rule of lines, discounts, references and CAE the smallest document that breaks it. */
final class DetailCases {
  private DetailCases() {}

  static void addTo(Map<RuleCode, List<Fault>> cases, Judge rules) {
    lines(rules, cases);
    discounts(rules, cases);
    references(rules, cases);
    authorisations(rules, cases);
  }

  private static List<Fault> general(Judge rules, Cfe cfe) {
    return rules.validateUnnumbered(cfe, Regimen.GENERAL);
  }

  private static void lines(Judge rules, Map<RuleCode, List<Fault>> cases) {
    Cfe cfe = Documents.eTicket();
    cases.put(RuleCode.B_C1_01, general(rules, item(cfe, b -> b.nroLinDet(Optional.of(2)))));
    cases.put(
        RuleCode.B_C3_01,
        general(
            rules,
            item(
                cfe,
                b ->
                    b.codItems(
                        List.of(
                            new CodItem(Optional.of("GTIN13"), Optional.of("7730000000001")))))));
    cases.put(
        RuleCode.B_C4_01,
        rules.validateUnnumbered(
            Documents.calculated(item(sinIva(), b -> b.indFact(Optional.of(1)))),
            Regimen.IVA_MINIMO));
    cases.put(RuleCode.B_C4_02, general(rules, ticket(Documents.item(16, "Verdura", "1", "100"))));
    cases.put(RuleCode.B_C4_03, rules.validateUnnumbered(cfe, Regimen.EXONERADO));
    cases.put(RuleCode.B_C6_01, general(rules, item(cfe, b -> b.indAgenteResp(Optional.of("A")))));
    cases.put(
        RuleCode.B_C9_01,
        general(
            rules, ticket(Documents.item(1, "x", "2", "10"), Documents.item(1, "y", "-1", "10"))));
    cases.put(
        RuleCode.B_C11_01,
        general(
            rules, ticket(Documents.item(1, "x", "2", "10"), Documents.item(1, "y", "1", "0"))));
    cases.put(RuleCode.B_C11_02, general(rules, ticket(Documents.item(5, "regalo", "1", "10"))));
    cases.put(RuleCode.B_C13_01, general(rules, item(cfe, b -> b.descuentoPct(some("10")))));
    cases.put(RuleCode.B_C17_01, general(rules, item(cfe, b -> b.recargoPct(some("10")))));
    cases.put(
        RuleCode.B_C20_01,
        general(rules, item(retaining(), b -> b.indAgenteResp(Optional.empty()))));
    cases.put(RuleCode.B_C20_02, general(rules, retention("21A", "10.00")));
    cases.put(RuleCode.B_C23_01, general(rules, retention("2183211", "0.00")));
    Cfe exempt = ticket(Documents.item(1, "x", "1", "10.00"));
    cases.put(
        RuleCode.B_C24_01,
        general(
            rules,
            totales(
                item(exempt, b -> b.montoItem(some("10.01"))), b -> b.mntNoGrv(some("10.01")))));
    cases.put(
        RuleCode.B_C24_02,
        general(
            rules, item(ticket(Documents.item(5, "x", "1", "0")), b -> b.montoItem(some("1.00")))));
  }

  private static Cfe retention(String code, String value) {
    return Documents.calculated(
        item(
            retaining(),
            b ->
                b.retencPerceps(
                    List.of(
                        RetencionBuilder.builder()
                            .codRet(Optional.of(code))
                            .valRetPerc(some(value))
                            .build()))));
  }

  private static void discounts(Judge rules, Map<RuleCode, List<Fault>> cases) {
    Cfe cfe = Documents.eTicket();
    cases.put(
        RuleCode.C_C1_01,
        general(
            rules,
            CfeBuilder.builder(cfe)
                .subTotales(
                    List.of(
                        new SubTotal(
                            Optional.of(2), Optional.of("x"), Optional.empty(), some("1.00"))))
                .build()));
    cases.put(
        RuleCode.D_C1_01,
        general(
            rules,
            CfeBuilder.builder(cfe)
                .descuentosRecargos(
                    List.of(
                        DescuentoRecargoBuilder.builder(discount(1, "0.00", 3))
                            .nroLinDR(Optional.of(2))
                            .build()))
                .build()));
    cases.put(RuleCode.D_C7_01, general(rules, globals(cfe, discount(1, "1.00", 13))));
    cases.put(
        RuleCode.D_C7_02,
        general(rules, globals(cfe, discount(1, "1.00", 3), discount(1, "2.00", 3))));
    cases.put(
        RuleCode.D_C7_03,
        rules.validateUnnumbered(globals(sinIva(), discount(1, "1.00", 1)), Regimen.IVA_MINIMO));
    cases.put(
        RuleCode.D_C7_04,
        general(
            rules, globals(ticket(Documents.item(1, "x", "1", "10")), discount(1, "1.00", 16))));
    DescuentoRecargo surcharge =
        DescuentoRecargoBuilder.builder(discount(1, "1.00", 3)).tpoMovDR(Optional.of("R")).build();
    cases.put(
        RuleCode.D_C7_05,
        rules.validateUnnumbered(
            globals(ticket(Documents.item(1, "x", "1", "10")), surcharge), Regimen.EXONERADO));
    cases.put(
        RuleCode.E_C1_01,
        general(
            rules,
            CfeBuilder.builder(cfe)
                .mediosPago(
                    List.of(
                        new MedioPago(
                            Optional.of(2),
                            Optional.empty(),
                            Optional.of("Efectivo"),
                            Optional.empty(),
                            some("244.00"))))
                .build()));
  }

  private static void references(Judge rules, Map<RuleCode, List<Fault>> cases) {
    Cfe cfe = Documents.notaDeCredito();
    cases.put(
        RuleCode.F_C1_01, general(rules, CfeBuilder.builder(cfe).referencias(List.of()).build()));
    cases.put(RuleCode.F_C1_02, general(rules, referencia(cfe, b -> b.nroLinRef(Optional.of(2)))));
    cases.put(RuleCode.F_C3_01, general(rules, referencia(cfe, b -> b.indGlobal(Optional.of(1)))));
    cases.put(RuleCode.F_C3_02, general(rules, referencia(cfe, b -> b.serie(Optional.empty()))));
    cases.put(
        RuleCode.F_C3_03,
        general(
            rules,
            CfeBuilder.builder(cfe)
                .referencias(
                    List.of(
                        cfe.referencias().get(0),
                        uy.pfacturas.core.cfe.ReferenciaBuilder.builder(cfe.referencias().get(0))
                            .nroLinRef(Optional.of(2))
                            .build()))
                .build()));
    cases.put(
        RuleCode.F_C6_01,
        general(
            rules,
            referencia(
                cfe,
                b ->
                    b.indGlobal(Optional.of(1))
                        .tpoDocRef(Optional.empty())
                        .serie(Optional.empty())
                        .nroCFERef(Optional.empty())
                        .razonRef(Optional.empty()))));
    cases.put(
        RuleCode.F_C7_01,
        general(rules, referencia(cfe, b -> b.fechaCFEref(Optional.of(DAY.plusDays(61))))));
    cases.put(
        RuleCode.F_C10_01,
        general(rules, referencia(cfe, b -> b.tpoMonedaRef(Optional.of(new Moneda("USD"))))));
  }

  private static void authorisations(Judge rules, Map<RuleCode, List<Fault>> cases) {
    Cfe cfe = numbered(Documents.eTicket(), 7);
    Cae cae = Documents.cae(TipoCfe.E_TICKET);
    Cae other =
        new Cae(
            cae.caeId() + 1,
            cae.tipo(),
            cae.serie(),
            cae.desde(),
            cae.hasta(),
            cae.vence(),
            cae.especial(),
            cae.causal());
    cases.put(
        RuleCode.G_C1_01,
        rules.validate(cfe.withNumero(cfe.numero().orElseThrow(), other.data()), cae));
    cases.put(RuleCode.G_C2_01, rules.validate(numbered(Documents.eTicket(), 1001)));
    cases.put(RuleCode.G_C3_01, rules.validate(cae(cfe, b -> b.dNro(Optional.of(1001)))));
    cases.put(
        RuleCode.G_C4_01, rules.validate(cae(cfe, b -> b.fecVenc(Optional.of(DAY.minusDays(1))))));
    cases.put(
        RuleCode.G_C6_01,
        rules.validate(
            cae(
                numbered(ticket(Documents.item(1, "x", "1", "10")), 7),
                b -> b.caeEspecial(Optional.of(1)))));
    cases.put(RuleCode.G_C6_02, rules.validate(cae(cfe, b -> b.causalCAEEsp(Optional.of(3)))));
    cases.put(
        RuleCode.H_C1_01,
        rules.validate(cfe.withTmstFirma(OffsetDateTime.parse("2026-11-26T00:00:00-03:00"))));
  }
}
