package uy.pfacturas.nube.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.DemoFolder;
import uy.pfacturas.nube.testing.Rig;
import uy.pfacturas.signing.Verification;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

class SigningTest {
  @TempDir Path temp;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void sign_numberInBlock_isSignedByTheCompanyAtTheCloudsTime() {
    Bloque block = rig.block("E1", "s1", 10);
    Client.Response response = rig.sign("E1/1", Rig.request("E1", block, 0));
    DocumentoFirmado signed = response.as(DocumentoFirmado.class);

    assertThat(response.status()).isEqualTo(201);
    assertThat(signed.estado()).isEqualTo(EstadoNumero.SIN_CONFIRMAR);
    assertThat(signed.nivel()).isZero();
    byte[] xml = signed.xml().orElseThrow().getBytes(StandardCharsets.UTF_8);
    Verification.Valid valid =
        new XmlVerifier(
                TrustedCertificates.of(TrustedCertificates.read(DemoFolder.template().authority())))
            .verify(xml)
            .valid()
            .orElseThrow();
    assertThat(valid.digest()).isEqualTo(signed.hash());
    assertThat(valid.ruc()).contains(Documents.RUC);
    assertThat(valid.trust()).isEqualTo(Trust.TRUSTED);
    Cfe cfe = ((CfeXml.Parsed.Document) CfeXml.parse(xml)).cfe();
    assertThat(cfe.tmstFirma().orElseThrow()).hasToString("2026-11-24T12:00-03:00");
    assertThat(cfe.numero()).contains(Rig.numero(block, 0));
  }

  @Test
  void sign_again_givesTheSameBytesAlsoAfterRestart() {
    Bloque block = rig.block("E1", "s1", 10);
    SolicitudFirma request = Rig.request("E1", block, 0);
    DocumentoFirmado first = rig.sign("E1/1", request).as(DocumentoFirmado.class);
    rig.clock().move(Duration.ofMinutes(5));

    Client.Response again = rig.sign("E1/1", request);
    rig.restart();
    Client.Response later = rig.sign("E1/1", request);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.as(DocumentoFirmado.class)).isEqualTo(first);
    assertThat(later.as(DocumentoFirmado.class)).isEqualTo(first);
  }

  @Test
  void sign_delivered_givesTheDeliveredDocument() {
    Bloque block = rig.block("E1", "s1", 10);
    DocumentoFirmado signed = rig.firm("E1/1", "E1", block, 0);

    DocumentoFirmado again =
        rig.sign("E1/1", Rig.request("E1", block, 0)).as(DocumentoFirmado.class);

    assertThat(again.estado()).isEqualTo(EstadoNumero.FIRME);
    assertThat(again.nivel()).isEqualTo(1);
    assertThat(again.xml()).isEqualTo(signed.xml());
  }

  @Test
  void sign_brokenRules_isRefusedWithAllFaultsAndTheNumberStays() {
    Bloque block = rig.block("E1", "s1", 10);
    Cfe other =
        CfeBuilder.builder(Documents.eTicket())
            .emisor(
                EmisorBuilder.builder(Documents.emisor())
                    .rucEmisor(Optional.of("210000000027"))
                    .build())
            .totales(
                TotalesBuilder.builder(Documents.eTicket().totales())
                    .mntPagar(Optional.of(BigDecimal.ONE))
                    .build())
            .build();
    Client.Response response = rig.sign("E1/1", Rig.request("E1", block, 0, other));
    Rechazo refusal = response.as(Rechazo.class);

    assertThat(response.status()).isEqualTo(422);
    assertThat(refusal.codigo()).isEqualTo("DOCUMENTO_INVALIDO");
    assertThat(refusal.numero()).contains(Rig.numero(block, 0));
    assertThat(refusal.faltas())
        .anyMatch(f -> f.contains("A-C40") && f.contains("210000000027"))
        .anyMatch(f -> f.contains("A-C130"));
    assertThat(rig.state(Rig.numero(block, 0))).isEqualTo(EstadoNumero.EN_BLOQUE);
    assertThat(rig.sign("E1/1", Rig.request("E1", block, 0)).status()).isEqualTo(201);
  }

  @Test
  void sign_documentOfOtherNumberOrCae_isRefused() {
    Bloque block = rig.block("E1", "s1", 10);
    SolicitudFirma right = Rig.request("E1", block, 0);
    SolicitudFirma otherNumber = Rig.request("E1", block, 1);
    SolicitudFirma wrong =
        new SolicitudFirma("E1", right.numero(), "h", otherNumber.xml(), Optional.empty(), false);
    Cfe otherCae =
        Documents.eTicket().withNumero(right.numero(), Documents.cae(right.numero().tipo()).data());
    SolicitudFirma foreign =
        new SolicitudFirma(
            "E1",
            right.numero(),
            "h",
            new String(CfeXml.render(otherCae), StandardCharsets.UTF_8),
            Optional.empty(),
            false);

    assertThat(rig.sign("E1/1", wrong).as(Rechazo.class).faltas())
        .anyMatch(f -> f.contains(otherNumber.numero().texto()));
    assertThat(rig.sign("E1/1", foreign).as(Rechazo.class).faltas())
        .anyMatch(f -> f.contains("CAEData"));
  }

  @Test
  void sign_notXml_isRefused() {
    Bloque block = rig.block("E1", "s1", 10);
    SolicitudFirma broken =
        new SolicitudFirma("E1", Rig.numero(block, 0), "h", "<CFE", Optional.empty(), false);

    Client.Response response = rig.sign("E1/1", broken);

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.as(Rechazo.class).faltas()).isNotEmpty();
  }

  @Test
  void sign_numberNeverLeased_isRefusedAndQuarantinedOnce() {
    Bloque block = rig.block("E1", "s1", 2);
    SolicitudFirma request = Rig.request("E1", block, 7);

    assertThat(rig.sign("E1/1", request).codigo()).isEqualTo("NUMERO_AJENO");
    assertThat(rig.sign("E1/1", request).status()).isEqualTo(409);
    assertThat(rig.quarantine()).containsExactly("NUMERO_AJENO");
  }

  @Test
  void sign_numberOfOtherStation_isRefusedAndQuarantined() {
    Bloque block = rig.block("E1", "s1", 2);

    assertThat(rig.sign("E2/1", Rig.request("E2", block, 0)).codigo()).isEqualTo("NUMERO_AJENO");
    assertThat(rig.quarantine()).containsExactly("NUMERO_AJENO");
    assertThat(rig.state(Rig.numero(block, 0))).isEqualTo(EstadoNumero.EN_BLOQUE);
  }

  @Test
  void sign_numberOfOtherId_isRefusedAndQuarantined() {
    Bloque block = rig.block("E1", "s1", 2);
    rig.sign("E1/1", Rig.request("E1", block, 0));

    assertThat(rig.sign("E1/2", Rig.request("E1", block, 0)).codigo())
        .isEqualTo("NUMERO_DE_OTRO_ID");
    assertThat(rig.quarantine()).containsExactly("NUMERO_DE_OTRO_ID");
  }

  @Test
  void sign_otherContent_isRefusedAndQuarantined() {
    Bloque block = rig.block("E1", "s1", 2);
    SolicitudFirma request = Rig.request("E1", block, 0);
    rig.sign("E1/1", request);
    SolicitudFirma other =
        new SolicitudFirma(
            "E1", request.numero(), "huella-2", request.xml(), Optional.empty(), false);

    assertThat(rig.sign("E1/1", other).codigo()).isEqualTo("OTRA_HUELLA");
    assertThat(rig.quarantine()).containsExactly("OTRA_HUELLA");
  }

  @Test
  void sign_idOfOtherStation_isRefusedWithTheOwnersResultAndTheNumberStays() {
    Bloque one = rig.block("E1", "s1", 2);
    Bloque two = rig.block("E2", "s1", 2);
    DocumentoFirmado owner =
        rig.sign("pedido", Rig.request("E1", one, 0)).as(DocumentoFirmado.class);

    Client.Response response = rig.sign("pedido", Rig.request("E2", two, 0));
    Rechazo refusal = response.as(Rechazo.class);

    assertThat(response.status()).isEqualTo(409);
    assertThat(refusal.codigo()).isEqualTo("EN_OTRA_ESTACION");
    assertThat(refusal.mensaje()).contains("E1");
    assertThat(refusal.documento()).contains(owner);
    assertThat(rig.state(Rig.numero(two, 0))).isEqualTo(EstadoNumero.EN_BLOQUE);
    assertThat(rig.quarantine()).isEmpty();
  }

  @Test
  void sign_takenOver_movesTheIdUnlessANumberIsFirm() {
    Bloque one = rig.block("E1", "s1", 2);
    Bloque two = rig.block("E2", "s1", 2);
    rig.sign("pedido", Rig.request("E1", one, 0));
    rig.firm("firme", "E1", one, 1);

    assertThat(rig.sign("pedido", taking(Rig.request("E2", two, 0))).status()).isEqualTo(201);
    assertThat(rig.sign("pedido", Rig.request("E1", one, 0)).codigo())
        .isEqualTo("EN_OTRA_ESTACION");
    assertThat(rig.sign("firme", taking(Rig.request("E2", two, 1))).codigo())
        .isEqualTo("EN_OTRA_ESTACION");
  }

  private static SolicitudFirma taking(SolicitudFirma request) {
    return new SolicitudFirma(
        request.estacion(),
        request.numero(),
        request.huella(),
        request.xml(),
        request.adenda(),
        true);
  }

  @Test
  void sign_secondNumberOfFirmId_isRefused() {
    Bloque block = rig.block("E1", "s1", 2);
    rig.firm("E1/1", "E1", block, 0);

    assertThat(rig.sign("E1/1", Rig.request("E1", block, 1)).codigo())
        .isEqualTo("EN_OTRA_ESTACION");
  }

  @Test
  void sign_annulledNumber_isGone() {
    Bloque block = rig.block("E1", "s1", 2);
    rig.client().post(Rig.EMISOR + "/estaciones/E1/sin-uso", new SinUso(List.of(block.rango())));

    Client.Response response = rig.sign("E1/1", Rig.request("E1", block, 0));

    assertThat(response.status()).isEqualTo(410);
    assertThat(response.codigo()).isEqualTo("NUMERO_ANULADO");
  }

  @Test
  void sign_caeExpiredMeanwhile_isRefusedByTheSigningDate() {
    Bloque block = rig.block("E1", "s1", 2);
    rig.clock().move(Duration.ofDays(740));

    assertThat(rig.sign("E1/1", Rig.request("E1", block, 0)).as(Rechazo.class).faltas())
        .anyMatch(f -> f.contains("G-C4"));
  }

  @Test
  void find_idWithEverything_isItsLatestNumber() {
    String id = "E1/ñ ..%2F?#\"\\+&\t";
    Bloque block = rig.block("E1", "s1", 2);
    DocumentoFirmado signed = rig.sign(id, Rig.request("E1", block, 0)).as(DocumentoFirmado.class);
    String path = Rig.EMISOR + "/documentos/" + Client.segment(id);

    assertThat(signed.id()).isEqualTo(id);
    assertThat(rig.client().get(path + "?xml=true").as(DocumentoFirmado.class)).isEqualTo(signed);
    assertThat(rig.client().get(path).as(DocumentoFirmado.class).xml()).isEmpty();
  }

  @Test
  void find_unknownId_isNotThere() {
    Client.Response response = rig.client().get(Rig.EMISOR + "/documentos/nada");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.codigo()).isEqualTo("SIN_DOCUMENTO");
  }
}
