package uy.pfacturas.core.rules;

import static uy.pfacturas.core.rules.Broken.cobranza;
import static uy.pfacturas.core.rules.Broken.globals;
import static uy.pfacturas.core.rules.Broken.idDoc;
import static uy.pfacturas.core.rules.Broken.item;
import static uy.pfacturas.core.rules.Broken.only;
import static uy.pfacturas.core.rules.Broken.receptor;
import static uy.pfacturas.core.rules.Broken.retaining;
import static uy.pfacturas.core.rules.Broken.some;
import static uy.pfacturas.core.testing.Documents.DAY;
import static uy.pfacturas.core.testing.Documents.discount;
import static uy.pfacturas.core.testing.OtherDocuments.boleta;
import static uy.pfacturas.core.testing.OtherDocuments.cuentaAjena;
import static uy.pfacturas.core.testing.OtherDocuments.exportacion;
import static uy.pfacturas.core.testing.OtherDocuments.moneda;
import static uy.pfacturas.core.testing.OtherDocuments.remito;
import static uy.pfacturas.core.testing.OtherDocuments.resguardo;
import static uy.pfacturas.core.testing.OtherDocuments.retencion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.ComplFiscal;
import uy.pfacturas.core.cfe.ComplFiscalBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.RetencionTotal;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.OtherDocuments;

/**
 * For each rule of the types that ordinary shops do not use the smallest document that breaks it.
 */
final class TypeCases {
  private final Map<RuleCode, List<Fault>> cases;
  private final Judge rules;

  private TypeCases(Map<RuleCode, List<Fault>> cases, Judge rules) {
    this.cases = cases;
    this.rules = rules;
  }

  static void addTo(Map<RuleCode, List<Fault>> cases, Judge rules) {
    TypeCases types = new TypeCases(cases, rules);
    types.remitos();
    types.exports();
    types.boletas();
    types.resguardos();
    types.complemento();
  }

  private void broken(RuleCode code, Cfe cfe) {
    cases.put(code, rules.validateUnnumbered(cfe, Regimen.GENERAL));
  }

  private void owner(RuleCode code, UnaryOperator<IdDocBuilder> change) {
    Cfe cfe = remito(TipoCfe.E_REMITO);
    broken(
        code,
        idDoc(
            cfe,
            b ->
                change.apply(
                    b.indPropiedad(Optional.of(1))
                        .tipoDocProp(Optional.of(2))
                        .codPaisProp(Optional.of("UY"))
                        .docProp(Optional.of(Documents.RUC_RECEPTOR))
                        .rznSocProp(Optional.of("Dueño Demo")))));
  }

  private void remitos() {
    owner(
        RuleCode.A_C6_2_01,
        b ->
            b.tipoDocProp(Optional.empty())
                .codPaisProp(Optional.empty())
                .docProp(Optional.empty()));
    owner(RuleCode.A_C6_2_02, b -> b.tipoDocProp(Optional.empty()).indPropiedad(Optional.empty()));
    owner(RuleCode.A_C6_3_01, b -> b.codPaisProp(Optional.empty()));
    owner(RuleCode.A_C6_3_02, b -> b.codPaisProp(Optional.of("AR")));
    owner(RuleCode.A_C6_3_03, b -> foreign(b.tipoDocProp(Optional.of(6))));
    owner(RuleCode.A_C6_4_01, b -> b.docProp(Optional.empty()));
    owner(
        RuleCode.A_C6_4_02, b -> b.tipoDocProp(Optional.of(5)).docPropExt(Optional.of("AB123456")));
    owner(RuleCode.A_C6_4_03, b -> b.docProp(Optional.of("210000000028")));
    owner(RuleCode.A_C6_4_04, b -> b.tipoDocProp(Optional.of(3)).docProp(Optional.of("12345673")));
    owner(RuleCode.A_C6_5_01, b -> b.tipoDocProp(Optional.of(5)).docProp(Optional.empty()));
    owner(RuleCode.A_C6_5_02, b -> b.docPropExt(Optional.of("AB123456")));
    owner(RuleCode.A_C6_6_01, b -> b.rznSocProp(Optional.empty()));
    Cfe cfe = remito(TipoCfe.E_REMITO);
    broken(
        RuleCode.A_C60_06,
        receptor(
            cfe,
            b ->
                b.tipoDocRecep(Optional.empty())
                    .codPaisRecep(Optional.empty())
                    .docRecep(Optional.empty())));
    broken(RuleCode.B_C4_07, item(cfe, b -> b.indFact(Optional.of(8))));
  }

  private static IdDocBuilder foreign(IdDocBuilder b) {
    return b.docProp(Optional.empty()).docPropExt(Optional.of("30111222"));
  }

  private void exports() {
    Cfe cfe = exportacion(TipoCfe.E_FACTURA_EXPORTACION);
    broken(RuleCode.A_C66_01, receptor(cfe, b -> b.deptoRecep(Optional.empty())));
    broken(RuleCode.A_C66_1_01, receptor(cfe, b -> b.paisRecep(Optional.empty())));
  }

  private void boletas() {
    Cfe cfe = boleta(TipoCfe.E_BOLETA);
    broken(
        RuleCode.A_C60_05,
        receptor(
            cfe,
            b ->
                b.tipoDocRecep(Optional.empty())
                    .codPaisRecep(Optional.empty())
                    .docRecep(Optional.empty())));
    Cfe toCompany = CfeBuilder.builder(cfe).receptor(Optional.of(Documents.receptor())).build();
    broken(RuleCode.B_C4_04, toCompany);
    broken(RuleCode.B_C4_05, Documents.calculated(item(cfe, b -> b.indFact(Optional.of(15)))));
    broken(RuleCode.B_C4_06, Documents.calculated(item(cfe, b -> b.indFact(Optional.of(17)))));
    Cfe imeba = Documents.calculated(item(toCompany, b -> b.indFact(Optional.of(15))));
    broken(RuleCode.D_C7_06, globals(imeba, discount(1, "1.00", 15), discount(1, "0.00", 13)));
    broken(RuleCode.D_C7_07, globals(cfe, discount(1, "1.00", 13), discount(1, "0.00", 15)));
    broken(RuleCode.D_C7_08, globals(cfe, discount(1, "1.00", 13), discount(1, "0.00", 17)));
    broken(
        RuleCode.A_C115_03, Documents.calculated(item(toCompany, b -> b.indFact(Optional.of(12)))));
    broken(
        RuleCode.A_C21_01, Documents.calculated(item(moneda(), b -> b.indFact(Optional.of(13)))));
    broken(RuleCode.A_C110_01, OtherDocuments.in(moneda(), "USD", "0.5"));
    broken(
        RuleCode.A_C18_02,
        idDoc(onAnothers(OtherDocuments.mandante()), b -> b.secProf(Optional.of(1))));
    broken(RuleCode.K_C2_01, onAnothers(mandante(b -> b.tipoDocMdte(Optional.of(5)))));
  }

  /** Dollars bought on another's account. */
  private static Cfe onAnothers(ComplFiscal k) {
    return CfeBuilder.builder(idDoc(moneda(), b -> b.indCompraMEReventa(Optional.of(2))))
        .complFiscal(Optional.of(k))
        .build();
  }

  private static ComplFiscal mandante(UnaryOperator<ComplFiscalBuilder> change) {
    return change.apply(ComplFiscalBuilder.builder(OtherDocuments.mandante())).build();
  }

  private void resguardos() {
    Cfe cfe = resguardo(TipoCfe.E_RESGUARDO);
    broken(RuleCode.A_C5_1_01, idDoc(cfe, b -> b.fchValor(Optional.of(DAY.plusMonths(1)))));
    broken(
        RuleCode.B_C20_03,
        Documents.calculated(
            item(cfe, b -> b.retencPerceps(List.of(retencion("2183999", "50.00"))))));
    broken(
        RuleCode.B_C22_01,
        item(
            cfe,
            b ->
                b.retencPerceps(
                    List.of(
                        uy.pfacturas.core.cfe.RetencionBuilder.builder(
                                retencion("2183165", "50.00"))
                            .mntSujetoaRet(some("0.00"))
                            .build()))));
    broken(
        RuleCode.A_C127_02,
        only(
            retaining(),
            b ->
                b.retencPerceps(
                    List.of(
                        new RetencionTotal(Optional.of("2183211"), some("10.00")),
                        new RetencionTotal(Optional.of("2183999"), some("0.00"))))));
    broken(RuleCode.A_C129_02, only(free(), b -> b.montoNF(Optional.empty())));
  }

  /** A collection of what comes to nothing. */
  private static Cfe free() {
    Cfe two =
        CfeBuilder.builder(cobranza())
            .items(
                Documents.of(
                        TipoCfe.E_TICKET,
                        Documents.item(6, "Cobranza", "1", "100.00"),
                        Documents.item(7, "A cuenta", "1", "100.00"))
                    .items())
            .build();
    return Documents.calculated(two);
  }

  private void complemento() {
    Cfe cfe = cuentaAjena(TipoCfe.E_TICKET_CUENTA_AJENA);
    broken(RuleCode.K_C1_01, CfeBuilder.builder(cfe).complFiscal(Optional.empty()).build());
    broken(
        RuleCode.K_C1_02,
        CfeBuilder.builder(boleta(TipoCfe.E_BOLETA))
            .complFiscal(Optional.of(OtherDocuments.mandante()))
            .build());
    broken(
        RuleCode.K_C1_03,
        Documents.calculated(
            idDoc(item(cfe, b -> b.indFact(Optional.of(16))), b -> b.mntBruto(Optional.of(3)))));
    broken(RuleCode.K_C1_04, with(cfe, b -> b.rucEmisor(Optional.of("219999830018"))));
    broken(RuleCode.K_C3_01, with(cfe, b -> b.pais(Optional.of("BR"))));
    broken(RuleCode.K_C3_02, with(cfe, b -> b.tipoDocMdte(Optional.of(6))));
    broken(RuleCode.K_C4_01, with(cfe, b -> b.docMdte(Optional.of("210000000028"))));
    broken(
        RuleCode.K_C4_02,
        with(cfe, b -> b.tipoDocMdte(Optional.of(3)).docMdte(Optional.of("12345673"))));
    broken(RuleCode.K_C4_03, with(cfe, b -> b.docMdte(Optional.of(Documents.RUC))));
    cases.put(RuleCode.G_C5_01, rules.validateUnnumbered(cfe, Regimen.IVA_MINIMO));
  }

  private static Cfe with(Cfe cfe, UnaryOperator<ComplFiscalBuilder> change) {
    return CfeBuilder.builder(cfe).complFiscal(Optional.of(mandante(change))).build();
  }
}
