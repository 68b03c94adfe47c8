package uy.pfacturas.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static uy.pfacturas.core.rules.Broken.cae;
import static uy.pfacturas.core.rules.Broken.cobranza;
import static uy.pfacturas.core.rules.Broken.idDoc;
import static uy.pfacturas.core.rules.Broken.item;
import static uy.pfacturas.core.rules.Broken.n;
import static uy.pfacturas.core.rules.Broken.only;
import static uy.pfacturas.core.rules.Broken.receptor;
import static uy.pfacturas.core.rules.Broken.retaining;
import static uy.pfacturas.core.rules.Broken.sinIva;
import static uy.pfacturas.core.rules.Broken.some;
import static uy.pfacturas.core.rules.Broken.ticket;
import static uy.pfacturas.core.rules.Broken.totales;
import static uy.pfacturas.core.testing.Documents.DAY;
import static uy.pfacturas.core.testing.Documents.numbered;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.CodItem;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.OtherDocuments;

class RulesTest {
  private final Rules rules = new Rules(Documents.clock());

  @TestFactory
  Stream<DynamicTest> validate_documentsOfTheTestKit_areValid() {
    return Stream.of(
            Documents.eTicket(),
            Documents.eFactura(),
            Documents.notaDeCreditoDeETicket(),
            Documents.notaDeCredito(),
            Documents.notaDeDebito(),
            retaining(),
            cobranza())
        .map(
            cfe ->
                DynamicTest.dynamicTest(
                    cfe.tipo().nombre(),
                    () -> {
                      assertThat(rules.validateUnnumbered(cfe, Regimen.GENERAL)).isEmpty();
                      assertThat(rules.validateUnnumbered(cfe)).isEmpty();
                      assertThat(rules.validate(numbered(cfe, 7), Documents.cae(cfe.tipo())))
                          .isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> validate_eachType_isValidAndInCentsAsCalculated() {
    return Stream.of(TipoCfe.values())
        .map(
            tipo ->
                DynamicTest.dynamicTest(
                    tipo.codigo() + " " + tipo.nombre(),
                    () -> {
                      Cfe cfe = OtherDocuments.of(tipo);
                      // The number of a CFC stands on its paper: without it there is none.
                      Cfe written = tipo.isContingencia() ? numbered(cfe, 7) : cfe;
                      assertThat(general(written)).isEmpty();
                      assertThat(rules.validate(numbered(cfe, 7), Documents.cae(tipo))).isEmpty();
                      assertThat(Documents.calculated(cfe)).isEqualTo(cfe);
                    }));
  }

  @Test
  void validate_foreignMoneyBoughtFromNobody_isValidBelowTheThreshold() {
    assertThat(general(OtherDocuments.moneda())).isEmpty();
    Cfe much = item(OtherDocuments.moneda(), b -> b.cantidad(some("10000")));
    assertThat(general(Documents.calculated(much)))
        .extracting(Fault::code)
        .contains(RuleCode.A_C60_05);
  }

  @Test
  void validate_ivaMinimo_isValid() {
    assertThat(rules.validateUnnumbered(sinIva(), Regimen.IVA_MINIMO)).isEmpty();
    assertThat(rules.validateUnnumbered(sinIva(), Regimen.MONOTRIBUTO)).isEmpty();
    assertThat(rules.validateUnnumbered(sinIva())).isEmpty();
  }

  @Test
  void validate_exempt_isValid() {
    Cfe cfe = ticket(Documents.item(1, "Libro", "1", "10.00"));
    assertThat(rules.validateUnnumbered(cfe, Regimen.EXONERADO)).isEmpty();
    Cfe numbered =
        cae(numbered(cfe, 1), b -> b.caeEspecial(Optional.of(1)).causalCAEEsp(Optional.of(2)));
    assertThat(rules.validate(numbered)).isEmpty();
  }

  /** For each rule the smallest document that breaks it, and what is found wrong with it. */
  @TestFactory
  Stream<DynamicTest> validate_smallestBrokenDocument_breaksThatRuleAlone() {
    Map<RuleCode, List<Fault>> cases = cases();
    return Stream.of(RuleCode.values())
        .map(
            code ->
                DynamicTest.dynamicTest(
                    code.code(),
                    () -> {
                      List<Fault> found = cases.getOrDefault(code, List.of());
                      assertThat(found).extracting(Fault::code).containsExactly(code);
                      Fault fault = found.get(0);
                      assertThat(fault.campo()).isEqualTo(code.campo());
                      assertThat(fault.path()).isNotEmpty();
                      assertIsSaid(fault, Locale.forLanguageTag("es-UY"));
                      assertIsSaid(fault, Locale.ENGLISH);
                    }));
  }

  private static void assertIsSaid(Fault fault, Locale locale) {
    FaultText text = FaultText.of(locale);
    assertThat(text.sentence(fault))
        .doesNotContain("{")
        .doesNotContain("''")
        .hasSizeGreaterThan(20);
    assertThat(text.remedy(fault)).doesNotContain("{").doesNotContain("''").endsWith(".");
  }

  private Map<RuleCode, List<Fault>> cases() {
    Map<RuleCode, List<Fault>> cases = new EnumMap<>(RuleCode.class);
    Judge judge = new Judge(rules);
    HeaderCases.addTo(cases, judge);
    AmountCases.addTo(cases, judge);
    DetailCases.addTo(cases, judge);
    TypeCases.addTo(cases, judge);
    return cases;
  }

  private List<Fault> general(Cfe cfe) {
    return rules.validateUnnumbered(cfe, Regimen.GENERAL);
  }

  @Test
  void umbral_exactlyTheThreshold_isNotAbove() {
    assertThat(general(exemptOf("30845.00", LocalDate.of(2025, 6, 1)))).isEmpty();
    assertThat(general(exemptOf("30845.01", LocalDate.of(2025, 6, 1))))
        .extracting(Fault::code)
        .containsExactly(RuleCode.A_C60_02);
  }

  @Test
  void umbral_beforeNovember2022_isTenThousandUi() {
    assertThat(general(exemptOf("51608.00", LocalDate.of(2022, 10, 31)))).isEmpty();
    assertThat(general(exemptOf("51608.01", LocalDate.of(2022, 10, 31)))).hasSize(1);
    assertThat(general(exemptOf("25804.01", LocalDate.of(2022, 11, 1)))).hasSize(1);
  }

  @Test
  void umbral_foreignCurrency_isComparedInPesos() {
    Cfe cfe = exemptOf("1000.00", LocalDate.of(2025, 6, 1));
    assertThat(general(dollars(cfe, "30.845"))).isEmpty();
    assertThat(general(dollars(cfe, "30.846")))
        .extracting(Fault::code)
        .containsExactly(RuleCode.A_C60_02);
  }

  @Test
  void umbral_yearAddedByConfiguration_isApplied() {
    Rules configured =
        new Rules(
            Documents.clock(),
            uy.pfacturas.core.ley.Ui.published().with(2025, n("10.0000")),
            n("0.01"));
    assertThat(configured.validateUnnumbered(exemptOf("50000.00", DAY))).isEmpty();
    assertThat(configured.validateUnnumbered(exemptOf("50000.01", DAY))).hasSize(1);
  }

  @Test
  void umbral_noteOrSecret_isJudgedToo() {
    Cfe note =
        CfeBuilder.builder(
                Documents.of(TipoCfe.NC_E_TICKET, Documents.item(1, "x", "1", "1000000")))
            .referencias(List.of(Documents.referencia(TipoCfe.E_TICKET)))
            .build();
    assertThat(general(note)).extracting(Fault::code).containsExactly(RuleCode.A_C60_02);
    assertThat(general(idDoc(note, b -> b.secProf(Optional.of(1))))).isEmpty();
  }

  private static Cfe exemptOf(String amount, LocalDate day) {
    return idDoc(ticket(Documents.item(1, "x", "1", amount)), b -> b.fchEmis(Optional.of(day)));
  }

  private static Cfe dollars(Cfe cfe, String rate) {
    return only(cfe, b -> b.tpoMoneda(Optional.of(new Moneda("USD"))).tpoCambio(some(rate)));
  }

  @Test
  void iva_grossAmounts_mayDifferByACentFromNetByRate() {
    Cfe gross =
        idDoc(ticket(Documents.item(3, "x", "1", "10.01")), b -> b.mntBruto(Optional.of(1)));
    assertThat(general(basic(gross, "8.20", "1.81"))).isEmpty();
    assertThat(general(basic(gross, "8.21", "1.80"))).isEmpty();
    assertThat(general(basic(gross, "8.20", "1.80")))
        .extracting(Fault::code)
        .containsExactly(RuleCode.A_C122_01);
    assertThat(general(basic(gross, "8.22", "1.79")))
        .extracting(Fault::code)
        .containsExactly(RuleCode.A_C117_01, RuleCode.A_C122_01);
  }

  private static Cfe basic(Cfe cfe, String net, String vat) {
    return totales(
        cfe,
        b ->
            b.mntNetoIVATasaBasica(some(net))
                .mntIVATasaBasica(some(vat))
                .ivaTasaBasica(some("22.000")));
  }

  @Test
  void negativeQuantity_thatUndoesALine_isValidButNoMoreThanThat() {
    assertThat(
            general(
                ticket(Documents.item(1, "x", "2", "10"), Documents.item(1, "x", "-1", "10.0"))))
        .isEmpty();
    assertThat(
            general(
                ticket(
                    Documents.item(1, "x", "2", "10"),
                    Documents.item(1, "y", "9", "10"),
                    Documents.item(1, "x", "-1", "10"),
                    Documents.item(1, "x", "-2", "10"))))
        .extracting(Fault::path)
        .containsExactly("Item[4].Cantidad");
  }

  @Test
  void gtin_rightDigit_isValid() {
    Cfe cfe =
        item(
            Documents.eTicket(),
            b ->
                b.codItems(
                    List.of(
                        new CodItem(Optional.of("GTIN13"), Optional.of("4006381333931")),
                        new CodItem(Optional.of("GTIN8"), Optional.of("73513537")),
                        new CodItem(Optional.of("INT1"), Optional.of("7730000000001")))));
    assertThat(general(cfe)).isEmpty();
  }

  @Test
  void expiry_countsAgainstTheDayOfSigningInUruguay() {
    Cfe cfe = cae(numbered(Documents.eTicket(), 7), b -> b.fecVenc(Optional.of(DAY)));
    assertThat(rules.validate(cfe)).isEmpty();
    assertThat(rules.validate(cfe.withTmstFirma(OffsetDateTime.parse("2026-11-25T02:59:59+00:00"))))
        .isEmpty();
    assertThat(rules.validate(cfe.withTmstFirma(OffsetDateTime.parse("2026-11-25T03:00:00+00:00"))))
        .extracting(Fault::code)
        .containsExactly(RuleCode.G_C4_01);
  }

  @Test
  void expiry_ofPaper_countsAgainstItsOwnDay() {
    Cfe cfe = numbered(OtherDocuments.of(TipoCfe.E_TICKET_CONTINGENCIA), 7);
    Cfe keyedInLate =
        idDoc(
            cae(cfe, b -> b.fecVenc(Optional.of(DAY.minusDays(1)))),
            b -> b.fchEmis(Optional.of(DAY.minusDays(1))));
    assertThat(general(keyedInLate)).isEmpty();
    assertThat(general(cae(cfe, b -> b.fecVenc(Optional.of(DAY.minusDays(1))))))
        .extracting(Fault::code)
        .containsExactly(RuleCode.G_C4_01);
  }

  @Test
  void validate_manyThingsWrong_saysAllOfThem() {
    Cfe cfe =
        item(
            receptor(
                Documents.eFactura(), b -> b.docRecep(Optional.of("1")).dirRecep(Optional.empty())),
            b -> b.nroLinDet(Optional.of(9)));
    assertThat(general(cfe))
        .extracting(Fault::code)
        .containsExactlyInAnyOrder(RuleCode.A_C62_01, RuleCode.A_C64_01, RuleCode.B_C1_01);
  }

  @Test
  void mntPagar_owedToTheBuyer_mayBeZero() {
    Cfe cfe = ticket(Documents.item(1, "x", "1", "10"), Documents.item(7, "vale", "1", "30"));
    assertThat(general(cfe)).isEmpty();
    assertThat(general(only(cfe, b -> b.mntPagar(some("0.00"))))).isEmpty();
    assertThat(general(only(cfe, b -> b.mntPagar(some("-19.99"))))).hasSize(1);
  }
}
