package uy.pfacturas.core.rules;

import static uy.pfacturas.core.rules.Broken.cobranza;
import static uy.pfacturas.core.rules.Broken.globals;
import static uy.pfacturas.core.rules.Broken.idDoc;
import static uy.pfacturas.core.rules.Broken.receptor;
import static uy.pfacturas.core.rules.Broken.retaining;
import static uy.pfacturas.core.rules.Broken.sinIva;
import static uy.pfacturas.core.rules.Broken.ticket;
import static uy.pfacturas.core.testing.Documents.DAY;
import static uy.pfacturas.core.testing.Documents.discount;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.testing.Documents;

/** For each rule of identification and receiver the smallest document that breaks it. */
final class HeaderCases {
  private HeaderCases() {}

  static void addTo(Map<RuleCode, List<Fault>> cases, Judge rules) {
    identification(rules, cases);
    receivers(rules, cases);
  }

  private static List<Fault> general(Judge rules, Cfe cfe) {
    return rules.validateUnnumbered(cfe, Regimen.GENERAL);
  }

  private static void identification(Judge rules, Map<RuleCode, List<Fault>> cases) {
    Cfe cfe = Documents.eTicket();
    cases.put(
        RuleCode.A_C5_01,
        general(rules, idDoc(cfe, b -> b.fchEmis(Optional.of(DAY.plusDays(61))))));
    cases.put(
        RuleCode.A_C8_01,
        general(
            rules,
            idDoc(
                cfe,
                b ->
                    b.periodoDesde(Optional.of(DAY)).periodoHasta(Optional.of(DAY.minusDays(1))))));
    cases.put(RuleCode.A_C10_01, general(rules, sinIva()));
    cases.put(RuleCode.A_C14_01, general(rules, idDoc(cfe, b -> b.modVenta(Optional.of(1)))));
    cases.put(RuleCode.A_C17_01, general(rules, idDoc(cfe, b -> b.ivaAlDia(Optional.of(2)))));
    cases.put(
        RuleCode.A_C17_02,
        rules.validateUnnumbered(
            idDoc(sinIva(), b -> b.ivaAlDia(Optional.of(1))), Regimen.MONOTRIBUTO));
    cases.put(RuleCode.A_C18_01, general(rules, idDoc(cfe, b -> b.secProf(Optional.of(2)))));
    cases.put(
        RuleCode.A_C20_01,
        general(
            rules,
            CfeBuilder.builder(idDoc(cfe, b -> b.indCobPropia(Optional.of(1))))
                .referencias(cobranza().referencias())
                .build()));
    cases.put(RuleCode.A_C20_02, general(rules, globals(cobranza(), discount(1, "1.00", 6))));
    cases.put(
        RuleCode.A_C20_03,
        general(rules, CfeBuilder.builder(cobranza()).referencias(List.of()).build()));
    cases.put(
        RuleCode.A_C40_01,
        general(
            rules,
            CfeBuilder.builder(cfe)
                .emisor(
                    EmisorBuilder.builder(cfe.emisor())
                        .rucEmisor(Optional.of("219999830018"))
                        .build())
                .build()));
  }

  private static void receivers(Judge rules, Map<RuleCode, List<Fault>> cases) {
    Cfe factura = Documents.eFactura();
    Cfe ticket =
        CfeBuilder.builder(Documents.eTicket()).receptor(Optional.of(Documents.receptor())).build();
    Cfe pasaporte =
        receptor(
            Documents.eTicket(),
            b ->
                b.tipoDocRecep(Optional.of(5))
                    .codPaisRecep(Optional.of("ES"))
                    .docRecepExt(Optional.of("AB123")));
    cases.put(
        RuleCode.A_C60_01,
        general(
            rules,
            receptor(
                factura, b -> b.tipoDocRecep(Optional.of(3)).docRecep(Optional.of("12345672")))));
    cases.put(
        RuleCode.A_C60_02, general(rules, ticket(Documents.item(1, "Campo", "1", "1000000.00"))));
    cases.put(
        RuleCode.A_C60_03,
        general(rules, CfeBuilder.builder(retaining()).receptor(Optional.empty()).build()));
    cases.put(
        RuleCode.A_C60_04, general(rules, receptor(ticket, b -> b.tipoDocRecep(Optional.empty()))));
    cases.put(
        RuleCode.A_C61_01, general(rules, receptor(ticket, b -> b.codPaisRecep(Optional.empty()))));
    cases.put(
        RuleCode.A_C61_02,
        general(rules, receptor(ticket, b -> b.codPaisRecep(Optional.of("AR")))));
    cases.put(
        RuleCode.A_C61_03,
        general(rules, receptor(pasaporte, b -> b.tipoDocRecep(Optional.of(6)))));
    cases.put(
        RuleCode.A_C62_01,
        general(rules, receptor(factura, b -> b.docRecep(Optional.of("210000000028")))));
    cases.put(
        RuleCode.A_C62_02,
        general(
            rules,
            receptor(
                ticket, b -> b.tipoDocRecep(Optional.of(3)).docRecep(Optional.of("12345673")))));
    cases.put(
        RuleCode.A_C62_03,
        general(
            rules,
            receptor(ticket, b -> b.tipoDocRecep(Optional.of(1)).docRecep(Optional.of("12A")))));
    cases.put(
        RuleCode.A_C62_04, general(rules, receptor(ticket, b -> b.docRecep(Optional.empty()))));
    cases.put(
        RuleCode.A_C62_05,
        general(rules, receptor(pasaporte, b -> b.docRecep(Optional.of("123")))));
    cases.put(
        RuleCode.A_C62_1_01,
        general(rules, receptor(pasaporte, b -> b.docRecepExt(Optional.empty()))));
    cases.put(
        RuleCode.A_C62_1_02,
        general(rules, receptor(ticket, b -> b.docRecepExt(Optional.of("AB1")))));
    cases.put(
        RuleCode.A_C63_01, general(rules, receptor(factura, b -> b.rznSocRecep(Optional.empty()))));
    cases.put(
        RuleCode.A_C64_01, general(rules, receptor(factura, b -> b.dirRecep(Optional.empty()))));
    cases.put(
        RuleCode.A_C65_01, general(rules, receptor(factura, b -> b.ciudadRecep(Optional.empty()))));
  }
}
