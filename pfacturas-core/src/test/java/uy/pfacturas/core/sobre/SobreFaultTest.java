package uy.pfacturas.core.sobre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.SignedDocuments;

/** Each thing that can be wrong with a sobre, alone, made from one that is right. */
class SobreFaultTest {
  /** A certificate of an invented company, made for this test; its key was thrown away. */
  private static final Binario CERTIFICATE =
      Binario.of(
          Base64.getDecoder()
              .decode(
                  "MIIBaDCCAQ2gAwIBAgICEmcwCgYIKoZIzj0EAwIwETEPMA0GA1UEAwwGUHJ1ZWJhMCAXDTI2MTEy"
                      + "NDE0MjA0NVoYDzIxMjYxMDMxMTQyMDQ1WjARMQ8wDQYDVQQDDAZQcnVlYmEwWTATBgcqhkjOPQIB"
                      + "BggqhkjOPQMBBwNCAARnAl7YCwH08agbhpZ4yHEPbG3MmMySpOWXWJpFjat4BV07AL0ak5WWPGIq"
                      + "QzHdTtHcB6+FJEYmwRLdNlMN9yhWo1MwUTAdBgNVHQ4EFgQUIlVpclzDIHfa0Of7JaI4DEolge0w"
                      + "HwYDVR0jBBgwFoAUIlVpclzDIHfa0Of7JaI4DEolge0wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjO"
                      + "PQQDAgNJADBGAiEAqsO0iy8hV4ZEYR1wmnVJ1FCvErot6Hnwe9JIaglKt/0CIQDGAepeD+vDHSh0"
                      + "9AzRd+Fa7VwQzgbvh2LN3IacpioC3Q=="));

  private static final Binario OTHER = Binario.of(new byte[] {9});
  private static final Caratula CARATULA =
      new Caratula(
          new Rut(Documents.RUC_RECEPTOR),
          new Rut(Documents.RUC),
          1,
          1,
          OffsetDateTime.parse("2026-11-24T10:00:00-03:00"),
          CERTIFICATE);
  private static final CfeFirmado CFE = cfe(Documents.eFactura());
  private static final Sobre SOBRE = Sobre.of(CARATULA, List.of(CFE));
  private static final SobreEmpresas EMPRESAS = empresas(new CfeAdenda(CFE, Optional.empty()));

  @Test
  void check_rightOnes_findsNothing() {
    assertThat(Sobre.XML.check(SOBRE)).isEmpty();
    assertThat(SobreEmpresas.XML.check(EMPRESAS)).isEmpty();
    assertThat(CfeAdenda.XML.check(EMPRESAS.cfes().get(0))).isEmpty();
    CfeFirmado bySerial =
        SignedDocuments.parsed(
            replaced(
                CFE.bytes(),
                "<X509Certificate>" + CERTIFICATE + "</X509Certificate>",
                "<X509IssuerSerial><X509IssuerName>CN=x</X509IssuerName>"
                    + "<X509SerialNumber>4711</X509SerialNumber></X509IssuerSerial>"));
    assertThat(Sobre.XML.check(Sobre.of(CARATULA, List.of(bySerial)))).isEmpty();
    assertThat(
            codes(
                Sobre.XML.check(
                    Sobre.of(
                        CARATULA,
                        List.of(
                            SignedDocuments.parsed(replaced(bySerial.bytes(), ">4711<", ">7<")))))))
        .containsExactly("SOB-09");
  }

  static Stream<Arguments> values() {
    Cfe invoice = Documents.eFactura();
    Cfe paper =
        CfeBuilder.builder(invoice)
            .idDoc(
                IdDocBuilder.builder(invoice.idDoc())
                    .tipoCFE(Optional.of(TipoCfe.E_FACTURA_CONTINGENCIA))
                    .build())
            .build();
    Cfe ofOther =
        CfeBuilder.builder(invoice)
            .emisor(
                EmisorBuilder.builder(invoice.emisor())
                    .rucEmisor(Optional.of(Documents.RUC_RECEPTOR))
                    .build())
            .build();
    byte[] unsigned = replaced(CFE.bytes(), "<SignatureValue>AAAA</SignatureValue>", "");
    return Stream.of(
        arguments("FMT-12", new Sobre(caratula(-1, 1, CERTIFICATE), List.of(CFE))),
        arguments("SOB-01", Sobre.of(CARATULA, Collections.nCopies(249, padded()))),
        arguments("SOB-04", Sobre.of(CARATULA, Collections.nCopies(251, CFE))),
        arguments("SOB-05", new Sobre(CARATULA, List.of(CFE, CFE))),
        arguments("SOB-06", Sobre.of(CARATULA, List.of(cfe(ofOther)))),
        arguments("SOB-08", Sobre.of(CARATULA, List.of(SignedDocuments.parsed(unsigned)))),
        arguments("SOB-09", Sobre.of(CARATULA, List.of(SignedDocuments.of(invoice, OTHER)))),
        arguments("SOB-12", Sobre.of(caratula(1, 1, OTHER), List.of(CFE))),
        arguments("SOB-07", empresas(new CfeAdenda(cfe(Documents.eTicket()), Optional.empty()))),
        arguments("SOB-10", empresas(new CfeAdenda(cfe(paper), Optional.empty()))),
        arguments("FMT-14", empresas(new CfeAdenda(CFE, Optional.of(new Adenda.Texto("\0"))))));
  }

  /** What the value says wrong, the XML of it says too, where it can be written. */
  @ParameterizedTest
  @MethodSource("values")
  void check_oneThingWrong_isThatFaultAlone(String code, Object sobre) {
    List<String> found =
        sobre instanceof Sobre s
            ? codes(Sobre.XML.check(s))
            : codes(SobreEmpresas.XML.check((SobreEmpresas) sobre));
    // More than 250 does not fit into the cover either.
    assertThat(found).containsOnlyOnce(code).allMatch(c -> c.equals(code) || c.equals("FMT-12"));
    if (!List.of("FMT-14", "SOB-01").contains(code)) {
      List<Fault> read =
          sobre instanceof Sobre s
              ? faults(Sobre.XML, Sobre.XML.render(s))
              : faults(SobreEmpresas.XML, SobreEmpresas.XML.render((SobreEmpresas) sobre));
      assertThat(codes(read)).containsExactlyElementsOf(found);
      assertThat(read).allMatch(f -> f.place().isKnown() || f.path().isEmpty());
    }
  }

  static Stream<Arguments> texts() {
    String caratula = "<Caratula version=\"1.0\">";
    String tag = "<EnvioCFE xmlns=\"http://cfe.dgi.gub.uy\" version=\"1.0\">";
    return Stream.of(
        arguments("SOB-02", tag, tag + "<CFE/>"),
        arguments("SOB-03", "</EnvioCFE>", "<Otro/></EnvioCFE>"),
        arguments("SOB-03", "</EnvioCFE>", "<Caratula/></EnvioCFE>"),
        arguments("MSG-01", tag, tag.replace("1.0", "2.0")),
        arguments("MSG-01", caratula, caratula.replace("1.0", "1.1")),
        arguments("MSG-02", tag, tag.replace(" version=\"1.0\"", "")),
        arguments("MSG-02", caratula, "<Caratula>"),
        arguments("MSG-04", "</EnvioCFE>", "x</EnvioCFE>"),
        arguments("XML-04", "EnvioCFE", "EnvioCfe"),
        arguments("XML-05", tag, tag.replace("cfe.dgi", "cfe2.dgi")),
        arguments("XML-05", "<CFE xmlns=\"http://cfe.dgi.gub.uy\"", "<CFE xmlns=\"urn:x\""),
        arguments("XML-02", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!DOCTYPE EnvioCFE>"),
        arguments("XML-01", "</EnvioCFE>", ""),
        arguments("FMT-01", "<CantCFE>", "<Zzzzzzzzz/><CantCFE>"),
        arguments("FMT-03", "<CantCFE>1</CantCFE>", ""),
        arguments("FMT-05", "<Idemisor>1<", "<Idemisor>x<"),
        arguments("FMT-08", "<Fecha>2026-11-24T10:00:00-03:00<", "<Fecha>2026-11-24T10:00:00<"),
        arguments("FMT-15", "<RutReceptor>" + Documents.RUC_RECEPTOR, "<RutReceptor>210000000028"),
        arguments("FMT-15", "<X509Certificate>MI", "<X509Certificate>%I"),
        arguments("FMT-19", "<CantCFE>", "<Idemisor>1</Idemisor><CantCFE>"),
        arguments(
            "FMT-22",
            "<Idemisor>1</Idemisor><CantCFE>1</CantCFE>",
            "<CantCFE>1</CantCFE><Idemisor>1</Idemisor>"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void parse_oneThingWrong_isThatFaultAlone(String code, String from, String to) {
    byte[] broken = replaced(Sobre.XML.render(SOBRE), from, to);
    List<Fault> faults = faults(Sobre.XML, broken);
    assertThat(codes(faults)).containsExactly(code);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
      assertThat(FaultText.of(locale).sentence(faults.get(0))).doesNotContain("{");
    }
  }

  @Test
  void parse_faultOfTheCover_namesItsPlace() {
    byte[] broken = replaced(Sobre.XML.render(SOBRE), "<Caratula", "\n\n  <Caratula");
    broken = replaced(broken, "<Idemisor>1<", "\n<Idemisor>x<");
    assertThat(faults(Sobre.XML, broken))
        .singleElement()
        .satisfies(f -> assertThat(f.place()).isEqualTo(new Place(4, 11)))
        .satisfies(f -> assertThat(f.path()).isEqualTo("Caratula.Idemisor"))
        .satisfies(f -> assertThat(f.campo()).isEqualTo("Sobre A-C7"));
  }

  @Test
  void parse_whatTravelsTogether_isOneDocumentAndOneAdenda() {
    byte[] right = SobreEmpresas.XML.render(EMPRESAS);
    for (String inner : List.of("", CFE.text() + CFE.text(), "<Adenda/>" + CFE.text())) {
      assertThat(codes(faults(SobreEmpresas.XML, replaced(right, CFE.text(), inner))))
          .containsAnyOf("SOB-11", "XML-04")
          .hasSize(1);
    }
  }

  @Test
  void parse_veryManyElements_areNotCutOut() {
    byte[] many = replaced(Sobre.XML.render(SOBRE), CFE.text(), "<CFE/>".repeat(5000));
    assertThat(codes(faults(Sobre.XML, many))).containsExactly("SOB-04");
  }

  @Test
  void parse_tooLarge_isNotRead() {
    assertThat(codes(faults(Sobre.XML, new byte[(2 << 20) + 1]))).containsExactly("MSG-03");
  }

  @Test
  void faults_ofTheRoom_allHaveATest() {
    List<String> covered =
        Stream.concat(
                Stream.concat(values(), texts()).map(a -> (String) a.get()[0]), Stream.of("SOB-11"))
            .toList();
    assertThat(Arrays.stream(SobreFault.values()).map(SobreFault::code))
        .allMatch(covered::contains);
  }

  private static Caratula caratula(long id, int count, Binario certificate) {
    return new Caratula(
        CARATULA.rutReceptor(), CARATULA.rucEmisor(), id, count, CARATULA.fecha(), certificate);
  }

  private static SobreEmpresas empresas(CfeAdenda cfe) {
    return SobreEmpresas.of(CARATULA, List.of(cfe));
  }

  private static CfeFirmado cfe(Cfe cfe) {
    return SignedDocuments.of(Documents.numbered(cfe, 7), CERTIFICATE);
  }

  /** A document as large as 249 of them fill a sobre with. */
  private static CfeFirmado padded() {
    return SignedDocuments.parsed(
        replaced(CFE.bytes(), "</CFE>", " ".repeat(8200 - CFE.size()) + "</CFE>"));
  }

  private static <T> List<Fault> faults(MensajeXml<T> format, byte[] xml) {
    Parsed<T> parsed = format.parse(xml);
    return parsed instanceof Parsed.Malformed<T> malformed
        ? malformed.faults()
        : ((Parsed.Message<T>) parsed).faults();
  }

  private static List<String> codes(List<Fault> faults) {
    return faults.stream().map(f -> f.code().code()).toList();
  }

  private static byte[] replaced(byte[] xml, String from, String to) {
    String text = new String(xml, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }
}
