package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.reporte.Diario;
import uy.pfacturas.core.reporte.Reporte;
import uy.pfacturas.core.respuesta.AckSobre;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.sobre.Adenda;
import uy.pfacturas.core.sobre.Caratula;
import uy.pfacturas.core.sobre.CfeAdenda;
import uy.pfacturas.core.sobre.CfeFirmado;
import uy.pfacturas.core.sobre.Sobre;
import uy.pfacturas.core.sobre.SobreEmpresas;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.SigningKey;

/** {@code pfacturas verify} on each kind of file that the regime signs. */
class VerifyTest {
  private static final OffsetDateTime WHEN = OffsetDateTime.parse("2026-11-24T12:00:00-03:00");
  private static final Rut RUC = new Rut(Documents.RUC);
  private static DemoAuthority authority;
  private static SigningKey own;
  private static SigningKey renewed;
  private static SigningKey other;

  @TempDir private Path folder;

  @BeforeAll
  static void makeKeys() {
    authority = DemoAuthority.create(Documents.clock());
    own = authority.issue(Documents.RUC, "Empresa", Documents.clock());
    renewed = authority.issue(Documents.RUC, "Empresa", Documents.clock());
    other = authority.issue("214844360018", "Otra", Documents.clock());
  }

  @BeforeEach
  void writeAuthority() throws Exception {
    Files.writeString(
        folder.resolve("autoridad.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(authority.certificate().getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  @Test
  void verify_cfe_answersEveryQuestion() throws Exception {
    JsonNode found = verify(0, cfe(own, 7)).path(0);

    assertThat(found.path("documento").asText()).isEqualTo("CFE 101-A-7");
    assertThat(found.path("resultado").asText()).isEqualTo("not_checked");
    assertThat(found.path("algoritmo").asText()).isEqualTo("RSA_SHA256");
    assertThat(answers(found))
        .containsEntry("signature", "yes")
        .containsEntry("chain", "yes")
        .containsEntry("validity", "yes")
        .containsEntry("key_usage", "yes")
        .containsEntry("ruc", "yes")
        .containsEntry("revocation", "not_checked");
  }

  @Test
  void verify_cfeSignedByAnother_isInvalidForThat() throws Exception {
    JsonNode found = verify(3, cfe(other, 7)).path(0);

    assertThat(found.path("valida").asBoolean()).isTrue();
    assertThat(found.path("resultado").asText()).isEqualTo("no");
    assertThat(answers(found)).containsEntry("ruc", "no").containsEntry("chain", "yes");
  }

  /** The RUC is read by the strict reader: a second one, of another vocabulary, says nothing. */
  @Test
  void verify_cfeWithASecondIssuer_isNotTakenForThatIssuers() throws Exception {
    String xml = new String(unsigned(7), StandardCharsets.UTF_8);
    String decoy =
        "<z:x xmlns:z=\"urn:z\"><z:Encabezado><z:Emisor><z:RUCEmisor>214844360018"
            + "</z:RUCEmisor></z:Emisor></z:Encabezado></z:x>";
    byte[] forged =
        sign(
            other, xml.replaceFirst("(<CFE[^>]*>)", "$1" + decoy).getBytes(StandardCharsets.UTF_8));

    assertThat(answers(verify(0, forged).path(0))).containsEntry("ruc", "not_checked");
  }

  @Test
  void verify_sobre_listsEachDocument() throws Exception {
    JsonNode found = verify(0, sobre(own, cfe(own, 7), cfe(own, 8)));

    assertThat(found).hasSize(2);
    assertThat(found.path(1).path("documento").asText()).isEqualTo("2: CFE 101-A-8");
    assertThat(answers(found.path(1)))
        .containsEntry("certificate", "yes")
        .containsEntry("ruc", "yes");
  }

  @Test
  void verify_sobreWithOneSignedByAnotherCertificate_isInvalidForThatOne() throws Exception {
    JsonNode found = verify(3, sobre(own, cfe(own, 7), cfe(renewed, 8)));

    assertThat(answers(found.path(0))).containsEntry("certificate", "yes");
    assertThat(answers(found.path(1)))
        .containsEntry("certificate", "no")
        .containsEntry("ruc", "yes");
  }

  @Test
  void verify_sobreBetweenCompanies_listsEachDocument() throws Exception {
    CfeAdenda inside =
        new CfeAdenda(firmado(cfe(own, 7)), Optional.of(new Adenda.Texto("Gracias")));
    byte[] xml = SobreEmpresas.XML.render(SobreEmpresas.of(caratula(own, 1), List.of(inside)));

    JsonNode found = verify(0, xml);
    assertThat(found).hasSize(1);
    assertThat(answers(found.path(0)))
        .containsEntry("signature", "yes")
        .containsEntry("certificate", "yes");
  }

  @Test
  void verify_sobreWithAnythingUnsigned_isInvalid() throws Exception {
    String xml = new String(sobre(own, cfe(own, 7)), StandardCharsets.UTF_8);
    String more = xml.replace("</EnvioCFE>", "<CFE version=\"1.0\"/></EnvioCFE>");

    JsonNode found = verify(3, more.getBytes(StandardCharsets.UTF_8));
    assertThat(found).hasSize(2);
    assertThat(found.path(1).path("comprobaciones").path(0).path("codigo").asText())
        .isEqualTo("FIRMA-10");
  }

  @Test
  void verify_reporteAndAnswer_areHeldAgainstWhoSignsThem() throws Exception {
    Reporte reporte =
        new Diario()
            .emitido(Documents.numbered(Documents.eTicket(), 1), BigDecimal.ONE, false)
            .reporte(
                new Reporte.Caratula(RUC, LocalDate.of(2026, 11, 24), Optional.of(1L), 1, WHEN, 0));
    AckSobre ack =
        new AckSobre(
            new AckSobre.Caratula(new Rut("214844360018"), RUC, 1, "", WHEN, 7, 9, 1, WHEN),
            new AckSobre.Detalle(AckSobre.Estado.AS, List.of(), Optional.empty()));

    assertThat(answers(verify(0, sign(own, Reporte.XML.render(reporte))).path(0)))
        .containsEntry("ruc", "yes")
        .containsEntry("validity", "yes");
    // Who answers signs, not who sent.
    assertThat(answers(verify(0, sign(other, AckSobre.XML.render(ack))).path(0)))
        .containsEntry("ruc", "yes")
        .containsEntry("validity", "yes");
    assertThat(answers(verify(3, sign(own, AckSobre.XML.render(ack))).path(0)))
        .containsEntry("ruc", "no");
  }

  @Test
  void verify_onlineWithoutAddress_isPending() throws Exception {
    byte[] xml = cfe(own, 7);
    Files.write(folder.resolve("x.xml"), xml);
    Calls.Result result =
        calls().call("verify", "x.xml", "--en-linea", "--confianza", "autoridad.pem");

    assertThat(result.code()).isEqualTo(7);
    assertThat(result.out()).contains("no dice dónde preguntar").contains("FIRMA-65");
  }

  @Test
  void verify_dgisSamples_areAsSigned() throws Exception {
    Path samples =
        Path.of(System.getProperty("pfacturas.referencias", "../../shared"), "dgi/ejemplos");
    if ("true".equals(System.getenv("CI"))) {
      assertThat(samples).exists();
    }
    assumeTrue(Files.exists(samples), samples + " is not here");

    JsonNode sobre = verify(samples.resolve("sobre-219999830019-ejemplo.xml"));
    assertThat(sobre).hasSize(8);
    assertThat(sobre)
        .allSatisfy(
            found ->
                assertThat(answers(found))
                    .containsEntry("signature", "yes")
                    .containsEntry("certificate", "yes"));
    JsonNode cae = verify(samples.resolve("cae-219999830019-90120000194-e-ticket.xml"));
    assertThat(cae.path(0).path("algoritmo").asText()).isEqualTo("RSA_SHA1");
    assertThat(answers(cae.path(0)))
        .containsEntry("signature", "yes")
        .containsEntry("validity", "yes")
        .containsEntry("ruc", "not_checked");
  }

  private Calls calls() {
    return new Calls(folder, Documents.clock());
  }

  private JsonNode verify(Path file) throws IOException {
    return Json.MAPPER.readTree(
        calls().call("verify", file.toAbsolutePath().toString(), "--json").out());
  }

  private JsonNode verify(int code, byte[] xml) throws IOException {
    Files.write(folder.resolve("x.xml"), xml);
    Calls.Result result = calls().call("verify", "x.xml", "--json", "--confianza", "autoridad.pem");
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
    return Json.MAPPER.readTree(result.out());
  }

  private static Map<String, String> answers(JsonNode document) {
    Map<String, String> answers = new TreeMap<>();
    document
        .path("comprobaciones")
        .forEach(c -> answers.put(c.path("aspecto").asText(), c.path("respuesta").asText()));
    return answers;
  }

  private static byte[] unsigned(int number) {
    return CfeXml.render(Documents.numbered(Documents.eTicket(), number).withTmstFirma(WHEN));
  }

  private static byte[] cfe(SigningKey key, int number) {
    return sign(key, unsigned(number));
  }

  private static byte[] sign(SigningKey key, byte[] xml) {
    return new XmlSigner(key, SignatureAlgorithm.RSA_SHA256).sign(xml).bytes();
  }

  private static Caratula caratula(SigningKey key, int count) throws CertificateEncodingException {
    return new Caratula(RUC, RUC, 1, count, WHEN, Binario.of(key.certificate().getEncoded()));
  }

  private static byte[] sobre(SigningKey key, byte[]... cfes) throws Exception {
    List<CfeFirmado> inside = List.of(cfes).stream().map(VerifyTest::firmado).toList();
    return Sobre.XML.render(Sobre.of(caratula(key, cfes.length), inside));
  }

  private static CfeFirmado firmado(byte[] xml) {
    return ((Parsed.Message<CfeFirmado>) CfeFirmado.parse(xml)).value();
  }
}
