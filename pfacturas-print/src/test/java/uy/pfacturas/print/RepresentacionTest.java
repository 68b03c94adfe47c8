package uy.pfacturas.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.core.cfe.CaeDataBuilder;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.print.testing.Paper;
import uy.pfacturas.print.testing.Papers;
import uy.pfacturas.print.testing.Peers;

final class RepresentacionTest {
  @Test
  void render_document_standsInTheOrderOfTheFormat() {
    String text = flat(Peers.inOrder(Papers.everything().with(List.of("Legal"), "Libre").pdf()));
    assertThat(text)
        .containsSubsequence(
            "Comercio Demo SA",
            "La Demo",
            "Av. Uruguay 1234",
            "Montevideo",
            "RUC 219999830019",
            "e-Factura",
            "Serie A Nº 134",
            "Crédito",
            "Cliente Demo SRL",
            "RUC COMPRADOR",
            "210000000027",
            "24/11/2026",
            "Dólar estadounidense",
            "Teclado USB",
            "Subtotal equipos",
            "Bonificación",
            "Transferencia bancaria",
            "e-Factura A 77 del 02/11/2026",
            "No gravado",
            "IVA tasa básica 22 %",
            "TOTAL A PAGAR",
            "ADENDA",
            "Legal",
            "Libre",
            "Código de seguridad",
            "Res. 123/2026",
            "Puede verificar comprobante en",
            "No IVA al día emisor",
            "Nº de CAE",
            "serie A, del 1 al 1000",
            "Fecha de vencimiento",
            "31/12/2027");
  }

  @Test
  void render_qrOfEachPage_isTheAddressOfTheSeal() {
    Paper paper = Papers.lines(60);
    List<String> codes = Peers.qrs(paper.pdf());
    assertThat(codes).hasSizeGreaterThan(1).containsOnly(paper.sello().qr().toString());
  }

  @Test
  void render_severalPages_eachSaysWhoseItIs() {
    List<String> pages = pages(Papers.lines(200).pdf());
    assertThat(pages).hasSizeGreaterThan(3);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i))
          .contains(
              "Comercio Demo SA",
              "219999830019",
              "e-Ticket",
              "Serie A Nº 134",
              "CONSUMO FINAL",
              "Descripción",
              "Código de seguridad",
              "Página " + (i + 1) + " de " + pages.size());
    }
    assertThat(pages.subList(0, pages.size() - 1))
        .noneMatch(p -> p.contains("Nº de CAE") || p.contains("TOTAL A PAGAR"));
    assertThat(pages.get(pages.size() - 1)).contains("Nº de CAE", "TOTAL A PAGAR");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "30,1", "200,7", "700,22"})
  void render_lines_areAllThereOnce(int lines, int atMost) {
    byte[] pdf = Papers.lines(lines).pdf();
    List<Integer> printed =
        Pattern.compile("Artículo (\\d+) de muestra")
            .matcher(Peers.inOrder(pdf))
            .results()
            .map(r -> Integer.valueOf(r.group(1)))
            .toList();
    assertThat(printed).isEqualTo(IntStream.rangeClosed(1, lines).boxed().toList());
    assertThat(pages(pdf)).hasSizeLessThanOrEqualTo(atMost);
  }

  @Test
  void render_onePage_hasNoPageNumber() {
    assertThat(Peers.inOrder(Papers.eTicket().pdf())).doesNotContain("Página");
  }

  @ParameterizedTest
  @EnumSource(
      value = TipoCfe.class,
      names = {
        "E_TICKET",
        "NC_E_TICKET",
        "ND_E_TICKET",
        "E_FACTURA",
        "NC_E_FACTURA",
        "ND_E_FACTURA"
      })
  void render_type_isNamedAndSaysWhereToVerify(TipoCfe tipo) {
    Paper paper =
        Paper.of(
            CfeBuilder.builder(Documents.of(tipo, Documents.item(3, "Cosa", "1", "1.00")))
                .receptor(Optional.of(Documents.receptor()))
                .build());
    boolean ticket = tipo.nombre().endsWith("e-Ticket");
    assertThat(flat(Peers.inOrder(paper.pdf())))
        .contains(tipo.nombre() + " Serie A")
        .contains(
            "Puede verificar comprobante en " + (ticket ? "www.example.com/cfe" : "www.dgi.gub.uy"))
        .contains(ticket ? "CONSUMO FINAL" : "RUC COMPRADOR");
  }

  @ParameterizedTest
  @EnumSource(Ambiente.class)
  void render_ambiente_saysWhetherItHasFiscalValueOnEachPage(Ambiente ambiente) {
    List<String> pages = pages(Papers.lines(60).in(ambiente, Regimen.GENERAL).pdf());
    assertThat(pages)
        .hasSizeGreaterThan(1)
        .allMatch(p -> p.contains("SIN VALOR FISCAL") != ambiente.isFiscal());
  }

  @Test
  void render_ivaMinimo_saysNoWordOfIva() {
    Paper paper =
        Paper.of(
                CfeBuilder.builder(
                        Documents.of(
                            TipoCfe.E_TICKET,
                            Documents.item(16, "Detergente", "2", "100.00"),
                            Documents.item(6, "Envase", "1", "5.00")))
                    .build())
            .in(Ambiente.PRODUCCION, Regimen.IVA_MINIMO);
    String text =
        flat(Peers.inOrder(paper.pdf()))
            // The legend of the regime and the statement are prescribed all the same.
            .replaceFirst("Contribuyente IVA MINIMO", "")
            .replaceFirst("IVA al día", "");
    assertThat(text).contains("205,00").doesNotContainIgnoringCase("iva ").doesNotContain("I.V.A");
  }

  @ParameterizedTest
  @EnumSource(Regimen.class)
  void render_regimen_statesVatUnlessMonotributo(Regimen regimen) {
    String text = Peers.inOrder(Papers.eTicket().in(Ambiente.PRODUCCION, regimen).pdf());
    assertThat(text.contains("IVA al día")).isEqualTo(!regimen.name().startsWith("MONOTRIBUTO"));
  }

  @Test
  void render_specialCae_saysItsRegimeAndCause() {
    Paper paper = Papers.eTicket();
    Paper exempt =
        paper.with(
            c ->
                c.caeData(
                    Optional.of(
                        CaeDataBuilder.builder(paper.cae())
                            .caeEspecial(Optional.of(1))
                            .causalCAEEsp(Optional.of(105))
                            .build())));
    assertThat(flat(Peers.inOrder(exempt.pdf()))).contains("Contribuyente Exonerado Causal 105");
  }

  @Test
  void render_ownCollection_saysSoAfterTheType() {
    Paper paper = Papers.eFactura();
    Paper collection =
        paper.with(
            c ->
                c.idDoc(
                    IdDocBuilder.builder(paper.cfe().idDoc())
                        .indCobPropia(Optional.of(1))
                        .build()));
    assertThat(Peers.inOrder(collection.pdf())).contains("e-Factura Cobranza");
  }

  @Test
  void render_foreignBuyerOfATicket_showsDocumentAndCountryInWords() {
    Paper paper =
        Papers.eTicket()
            .with(
                c ->
                    c.receptor(
                        Optional.of(
                            ReceptorBuilder.builder()
                                .tipoDocRecep(Optional.of(6))
                                .codPaisRecep(Optional.of("BR"))
                                .docRecepExt(Optional.of("X-123"))
                                .rznSocRecep(Optional.of("Fulana de Tal"))
                                .build())));
    assertThat(Peers.inOrder(paper.pdf())).contains("DNI X-123 (Brasil)", "Fulana de Tal");
  }

  @Test
  void render_seventeenDigits_areWhole() {
    assertThat(Peers.layout(Papers.extreme().pdf()))
        .contains(
            "UYU -999.999.999.999.999,99",
            "99.999.999.999.999,999",
            "99.999.999.999,999999",
            "Descuento: -999.999.999.999.999,99");
  }

  @Test
  void render_negativeNotInvoiceable_hasItsSignInPlaceOfItsCode() {
    Paper paper =
        Paper.of(
            Documents.of(
                TipoCfe.E_TICKET,
                Documents.item(3, "Cosa", "1", "100.00"),
                Documents.item(7, "Redondeo", "1", "0.30")));
    assertThat(Peers.layout(paper.pdf())).containsPattern("Redondeo .*No facturable +-0,30");
  }

  @Test
  void render_latin1_isAllThere() {
    String latin1 =
        IntStream.rangeClosed(0x21, 0xFF)
            .filter(c -> c < 0x7F || c > 0xA0)
            // A soft hyphen shows no ink of its own.
            .filter(c -> c != 0xAD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    byte[] pdf = Papers.eTicket().with(List.of(), latin1).pdf();
    String text = Peers.inOrder(pdf).replace("\n", "");
    assertThat(text).contains(latin1);
  }

  @Test
  void render_charactersOfNoFont_areSquares() {
    byte[] pdf =
        Papers.eTicket().with(List.of(), "a\u0001b\tc 漢 \uD83D\uDE00 e\u0301 \u0085.").pdf();
    assertThat(Peers.inOrder(pdf)).contains("a b c □ □ é □.");
  }

  @Test
  void render_sameDocument_givesTheSameBytesOnAnyThread() {
    byte[] first = Papers.everything().pdf();
    Representacion other = new Representacion();
    List<CompletableFuture<byte[]>> others =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          Paper paper = Papers.everything();
                          return other.render(paper.cfe(), paper.sello(), paper.data());
                        }))
            .toList();
    assertThat(others).allMatch(f -> Arrays.equals(f.join(), first));
  }

  @Test
  void render_otherDocument_givesAnotherIdentity() {
    assertThat(Papers.eTicket().pdf()).isNotEqualTo(Papers.eFactura().pdf());
  }

  @Test
  void render_ordinaryInvoice_isOfAtMost40Kb() {
    assertThat(Papers.everything().pdf()).hasSizeLessThanOrEqualTo(40 * 1024);
  }

  @Test
  void render_incomplete_namesWhatIsMissing() {
    Paper paper = Papers.eTicket();
    Paper broken =
        new Paper(
            CfeBuilder.builder(paper.cfe())
                .caeData(Optional.empty())
                .totales(
                    TotalesBuilder.builder(paper.cfe().totales())
                        .mntTotal(Optional.<BigDecimal>empty())
                        .build())
                .build(),
            paper.sello(),
            paper.data());
    assertThatThrownBy(broken::pdf)
        .isInstanceOf(PrintException.class)
        .hasMessage("MntTotal, CAE_ID, DNro, HNro, FecVenc");
  }

  @Test
  void render_otherType_isRefused() {
    Paper paper =
        Papers.eTicket()
            .with(
                c ->
                    c.idDoc(
                        IdDocBuilder.builder(Papers.eTicket().cfe().idDoc())
                            .tipoCFE(Optional.of(TipoCfe.E_TICKET_CONTINGENCIA))
                            .build()));
    assertThatThrownBy(paper::pdf).isInstanceOf(PrintException.class).hasMessage("TipoCFE 201");
  }

  private static List<String> pages(byte[] pdf) {
    return Arrays.stream(Peers.inOrder(pdf).split("\f")).map(RepresentacionTest::flat).toList();
  }

  /** Lines and runs of blanks as one blank. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
