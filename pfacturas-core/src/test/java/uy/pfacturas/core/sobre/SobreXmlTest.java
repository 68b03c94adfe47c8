package uy.pfacturas.core.sobre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.TablaMensaje;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.Filled;
import uy.pfacturas.core.testing.RandomMessage;
import uy.pfacturas.core.testing.Referencias;
import uy.pfacturas.core.testing.SecondOpinion;
import uy.pfacturas.core.testing.SignedDocuments;

class SobreXmlTest {
  private static final Binario BYTES = Binario.of(new byte[] {1, 2, 3});
  private static final Caratula CARATULA =
      new Caratula(
          new Rut(Documents.RUC_RECEPTOR),
          new Rut(Documents.RUC),
          2020,
          1,
          OffsetDateTime.parse("2026-11-24T23:30:00-03:00"),
          BYTES);

  @Test
  void render_sobre_isValidAgainstTheSchema(@TempDir Path folder) throws Exception {
    Sobre sobre = Sobre.of(CARATULA, List.of(cfe(TipoCfe.E_TICKET), cfe(TipoCfe.NC_E_FACTURA)));
    byte[] xml = Sobre.XML.render(sobre);
    assertThat(Esquema.of("EnvioCFE.xsd").errorsOf(text(xml))).isEmpty();
    SecondOpinion.validates(xml, "EnvioCFE.xsd", folder);
    assertThat(text(xml)).contains("<CantCFE>2</CantCFE>");
  }

  @Test
  void render_sobreEntreEmpresas_isValidAgainstTheSchema(@TempDir Path folder) throws Exception {
    byte[] xml = SobreEmpresas.XML.render(empresas(adendas()));
    assertThat(Esquema.of("EnvioCFE_entreEmpresas.xsd").errorsOf(text(xml))).isEmpty();
    SecondOpinion.validates(xml, "EnvioCFE_entreEmpresas.xsd", folder);
  }

  @Test
  void render_cfeAdendaAlone_isValidAgainstTheSchema() throws Exception {
    Esquema esquema = Esquema.of("CFEEmpresas.xsd");
    for (CfeAdenda cfe : adendas()) {
      byte[] xml = CfeAdenda.XML.render(cfe);
      assertThat(esquema.errorsOf(text(xml))).isEmpty();
      assertThat(message(CfeAdenda.XML, xml)).isEqualTo(cfe);
    }
  }

  @Test
  void parse_rendered_isTheSameSobre() {
    Random random = new Random(20261124);
    RandomMessage messages = new RandomMessage(random);
    var forma = TablaMensaje.read(Caratula.class, "caratula.tsv").forma(Caratula.class);
    List<CfeFirmado> cfes = new ArrayList<>();
    for (TipoCfe tipo : List.of(TipoCfe.E_TICKET, TipoCfe.E_FACTURA, TipoCfe.ND_E_FACTURA)) {
      cfes.add(cfe(tipo));
    }
    for (int i = 0; i < 60; i++) {
      Caratula caratula = messages.of(Caratula.class, forma, TipoCfe.E_TICKET);
      List<CfeFirmado> some = cfes.subList(0, random.nextInt(cfes.size() + 1));
      Sobre sobre = new Sobre(caratula, some);
      assertThat(message(Sobre.XML, Sobre.XML.render(sobre))).isEqualTo(sobre);
      SobreEmpresas other =
          new SobreEmpresas(
              caratula, some.stream().map(c -> new CfeAdenda(c, adenda(random))).toList());
      assertThat(message(SobreEmpresas.XML, SobreEmpresas.XML.render(other))).isEqualTo(other);
    }
  }

  @Test
  void parse_sampleOfDgi_givesEachDocumentToBeVerifiedAlone(@TempDir Path folder) throws Exception {
    Parsed.Message<Sobre> parsed = sample();
    Sobre sobre = parsed.value();
    assertThat(parsed.faults()).isEmpty();
    assertThat(sobre.caratula().idEmisor()).isEqualTo(2020);
    assertThat(sobre.caratula().archivo()).isEqualTo("Sob_219999830019_20160311_2020.xml");
    assertThat(sobre.cfes()).extracting(c -> text(c.bytes())).isEqualTo(Referencias.documentos());
    assertThat(sobre.cfes())
        .extracting(c -> c.tipo().orElseThrow().codigo())
        .containsExactly(101, 102, 103, 111, 112, 181, 281, 182);
    X509Certificate signer = signer(sobre);
    for (CfeFirmado cfe : sobre.cfes()) {
      assertThat(SecondOpinion.verifies(cfe.bytes(), signer, folder)).isTrue();
    }
    byte[] changed =
        text(sobre.cfes().get(0).bytes()).replace("Juan", "Juana").getBytes(StandardCharsets.UTF_8);
    assertThat(SecondOpinion.verifies(changed, signer, folder)).isFalse();
  }

  /** Our prefix, and no blanks between elements, are all that differs. */
  @Test
  void render_sampleOfDgi_isCanonicallyEqual(@TempDir Path folder) throws Exception {
    Sobre sobre = sample().value();
    byte[] rendered = Sobre.XML.render(sobre);
    assertThat(plain(SecondOpinion.canonical(rendered, folder)))
        .isEqualTo(plain(SecondOpinion.canonical(sampleBytes(), folder)));
    Sobre again = message(Sobre.XML, rendered);
    assertThat(again).isEqualTo(sobre);
    for (CfeFirmado cfe : again.cfes()) {
      assertThat(SecondOpinion.verifies(cfe.bytes(), signer(sobre), folder)).isTrue();
    }
  }

  @Test
  void parse_documentWithNamespacesFromAround_isADocumentOfItsOwn() {
    String own = text(cfe(TipoCfe.E_TICKET).bytes());
    String shared = own.replaceFirst(" xmlns=\"http://cfe.dgi.gub.uy\"", "");
    String xml =
        text(Sobre.XML.render(Sobre.of(CARATULA, List.of(cfe(TipoCfe.E_TICKET)))))
            .replace(own, shared);
    assertThat(xml).doesNotContain(own);
    Sobre sobre = message(Sobre.XML, xml.getBytes(StandardCharsets.UTF_8));
    assertThat(text(sobre.cfes().get(0).bytes()))
        .startsWith("<CFE xmlns=\"http://cfe.dgi.gub.uy\" version=\"1.0\"><eTck>");
  }

  @Test
  void parse_otherEncoding_isTheSameSobre() {
    Sobre sobre = Sobre.of(CARATULA, List.of(cfe(TipoCfe.E_TICKET)));
    String xml = text(Sobre.XML.render(sobre)).replace("UTF-8", "iso-8859-1");
    assertThat(xml).contains("ñ");
    assertThat(message(Sobre.XML, xml.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(sobre);
  }

  @Test
  void parse_documentWithThingsAround_isItsElement() {
    CfeFirmado cfe = cfe(TipoCfe.E_TICKET);
    String around = "\uFEFF<?xml version=\"1.0\"?>\n<!-- x -->" + text(cfe.bytes()) + "\n";
    assertThat(SignedDocuments.parsed(around.getBytes(StandardCharsets.UTF_8))).isEqualTo(cfe);
    assertThat(cfe.hashCode()).isEqualTo(SignedDocuments.parsed(cfe.bytes()).hashCode());
    assertThat(cfe.size()).isEqualTo(cfe.bytes().length);
  }

  @Test
  void parse_documentThatIsNone_isAFault() {
    assertThat(faults(CfeFirmado.parse("<CFE/>".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("XML-05");
    assertThat(
            faults(
                CfeFirmado.parse(
                    "<cfe xmlns=\"http://cfe.dgi.gub.uy\"/>".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("XML-04");
    assertThat(faults(CfeFirmado.parse(new byte[0]))).containsExactly("XML-01");
  }

  @Test
  void adenda_markupThatIsNoElement_isRefused() {
    assertThatThrownBy(() -> new Adenda.Elemento("<Adenda/>"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Adenda.Elemento("<Adenda xmlns=\"http://cfe.dgi.gub.uy\"/><b/>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<CfeAdenda> adendas() {
    CfeFirmado cfe = cfe(TipoCfe.E_FACTURA);
    return List.of(
        new CfeAdenda(cfe, Optional.empty()),
        new CfeAdenda(cfe, Optional.of(new Adenda.Texto(""))),
        new CfeAdenda(cfe, Optional.of(new Adenda.Texto(" Gracias & \r\n<b>adiós</b> ]]> "))),
        new CfeAdenda(cfe, Optional.of(MARKUP)));
  }

  private static final Adenda.Elemento MARKUP =
      new Adenda.Elemento(
          "<Adenda xmlns=\"http://cfe.dgi.gub.uy\" a=\"1\">Orden <o:n xmlns:o=\"urn:o\">7</o:n>"
              + "<!-- y --></Adenda>");

  private static Optional<Adenda> adenda(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(MARKUP);
      default -> Optional.of(new Adenda.Texto("ñ<>&\r\n\t \"".substring(random.nextInt(8))));
    };
  }

  private static SobreEmpresas empresas(List<CfeAdenda> cfes) {
    return SobreEmpresas.of(CARATULA, cfes);
  }

  private static CfeFirmado cfe(TipoCfe tipo) {
    return SignedDocuments.of(Filled.cfe(tipo), BYTES);
  }

  private static byte[] sampleBytes() throws IOException {
    return Files.readAllBytes(Referencias.file("ejemplos/sobre-219999830019-ejemplo.xml"));
  }

  private static Parsed.Message<Sobre> sample() throws IOException {
    Parsed<Sobre> parsed = Sobre.XML.parse(sampleBytes());
    assertThat(parsed).isInstanceOf(Parsed.Message.class);
    return (Parsed.Message<Sobre>) parsed;
  }

  private static X509Certificate signer(Sobre sobre) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(sobre.caratula().x509Certificate().bytes()));
  }

  /**
   * Without prefix and blanks of the envelope, and without the default namespace, which some
   * documents declare once more inside: where the envelope has it, the canonical form of the whole
   * does not repeat it. The documents by themselves stay as they are.
   */
  private static String plain(String canonical) {
    return canonical
        .replace("DGICFE:", "")
        .replaceAll(" (xmlns:DGICFE|xmlns:xsi|xsi:schemaLocation)=\"[^\"]*\"", "")
        .replace(" xmlns=\"http://cfe.dgi.gub.uy\"", "")
        .replaceAll(
            "\\s*(</?(EnvioCFE|Caratula|RutReceptor|RUCEmisor|Idemisor|CantCFE|Fecha)\\b)", "$1")
        .replaceAll("\\s*(</?X509Certificate>)", "$1")
        .replaceAll("\\s*(<ns0:CFE )", "$1");
  }

  private static <T> T message(MensajeXml<T> format, byte[] xml) {
    Parsed<T> parsed = format.parse(xml);
    assertThat(parsed).isInstanceOf(Parsed.Message.class);
    return ((Parsed.Message<T>) parsed).value();
  }

  private static List<String> faults(Parsed<?> parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
    return ((Parsed.Malformed<?>) parsed)
        .faults().stream().map(Fault::code).map(c -> c.code()).toList();
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
