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
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.OtherDocuments;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;

/** CFC: the number comes from paper, belongs to one id, and is informed again when corrected. */
class PaperTest {
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

  private static Cfe paper(int nro) {
    return Documents.numbered(OtherDocuments.of(TipoCfe.E_TICKET_CONTINGENCIA), nro);
  }

  private static SolicitudFirma asked(String estacion, Cfe cfe, String huella, int correccion) {
    return new SolicitudFirma(
        estacion,
        cfe.numero().orElseThrow(),
        huella,
        new String(
            CfeXml.render(CfeBuilder.builder(cfe).tmstFirma(Optional.empty()).build()),
            StandardCharsets.UTF_8),
        Optional.empty(),
        false,
        correccion);
  }

  private static Entrega delivery(DocumentoFirmado signed, String huella, int correccion) {
    return new Entrega(
        signed.estacion(),
        signed.id(),
        huella,
        signed.hash(),
        signed.xml().orElseThrow(),
        Optional.empty(),
        false,
        false,
        correccion);
  }

  private DocumentoFirmado informed(String id, String estacion, Cfe cfe, String huella, int k) {
    DocumentoFirmado signed =
        rig.sign(id, asked(estacion, cfe, huella, k)).as(DocumentoFirmado.class);
    assertThat(rig.deliver(signed.numero(), delivery(signed, huella, k)).status()).isEqualTo(201);
    return signed;
  }

  @Test
  void sign_numberOfPaper_isSignedWithoutABlockAndTheSameAgain() {
    Client.Response first = rig.sign("E1/P1", asked("E1", paper(7), "h", 0));
    Client.Response again = rig.sign("E1/P1", asked("E1", paper(7), "h", 0));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.as(DocumentoFirmado.class)).isEqualTo(first.as(DocumentoFirmado.class));
    assertThat(rig.query("SELECT count(*) FROM numero")).containsExactly("0");
  }

  @Test
  void deliver_signed_isFirmAlsoWhenRepeated() {
    DocumentoFirmado signed = informed("E1/P1", "E1", paper(7), "h", 0);
    Client.Response again = rig.deliver(signed.numero(), delivery(signed, "h", 0));
    rig.restart();
    DocumentoFirmado later =
        rig.client().get(Rig.EMISOR + "/documentos/E1%2FP1?xml=true").as(DocumentoFirmado.class);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.as(AcuseEntrega.class).estado()).isEqualTo(EstadoNumero.FIRME);
    assertThat(later.xml()).isEqualTo(signed.xml());
    assertThat(later.nivel()).isEqualTo(1);
  }

  @Test
  void sign_brokenRules_isObservedAndNotRefused() {
    Cfe wrong =
        CfeBuilder.builder(paper(7))
            .totales(
                TotalesBuilder.builder(paper(7).totales())
                    .mntPagar(Optional.of(BigDecimal.ONE))
                    .build())
            .build();
    assertThat(rig.sign("E1/P1", asked("E1", wrong, "h", 0)).status()).isEqualTo(201);
  }

  @Test
  void sign_otherIssuerOrNoXml_isRefused() {
    Cfe other =
        CfeBuilder.builder(paper(7))
            .emisor(
                EmisorBuilder.builder(Documents.emisor())
                    .rucEmisor(Optional.of(Documents.RUC_RECEPTOR))
                    .build())
            .build();
    assertThat(rig.sign("E1/P1", asked("E1", other, "h", 0)).status()).isEqualTo(422);
    SolicitudFirma broken =
        new SolicitudFirma(
            "E1", paper(7).numero().orElseThrow(), "h", "<CFE", Optional.empty(), false);
    assertThat(rig.sign("E1/P1", broken).status()).isEqualTo(422);
    assertThat(rig.query("SELECT count(*) FROM cfc")).containsExactly("0");
  }

  @Test
  void sign_paperOfAnotherId_isRefusedAndTheFirstStays() {
    DocumentoFirmado first = informed("E1/P1", "E1", paper(7), "h", 0);

    Client.Response sameStation = rig.sign("E1/P2", asked("E1", paper(7), "h", 0));
    Client.Response otherStation = rig.sign("E2/P1", asked("E2", paper(7), "h", 0));

    assertThat(sameStation.status()).isEqualTo(409);
    assertThat(sameStation.as(Rechazo.class).codigo()).isEqualTo("CFC_REPETIDO");
    assertThat(otherStation.as(Rechazo.class).mensaje()).contains("E1/P1", "E1");
    assertThat(rig.query("SELECT hash FROM cfc")).containsExactly(first.hash());
  }

  @Test
  void sign_proposalOfAnotherIdThatWasNeverDelivered_isGivenUpForTheStationsNextOne() {
    rig.sign("E1/P1", asked("E1", paper(7), "h", 0));

    assertThat(rig.sign("E2/P1", asked("E2", paper(7), "h", 0)).status()).isEqualTo(409);
    informed("E1/P2", "E1", paper(7), "h", 0);
    assertThat(rig.sign("E1/P1", asked("E1", paper(7), "h", 0)).as(Rechazo.class).codigo())
        .isEqualTo("CFC_REPETIDO");
  }

  @Test
  void sign_corrected_isSignedAnewAndTheOldOneCountsUntilItsDelivery() {
    DocumentoFirmado first = informed("E1/P1", "E1", paper(7), "h", 0);
    DocumentoFirmado second =
        rig.sign("E1/P1", asked("E1", paper(7), "h2", 1)).as(DocumentoFirmado.class);
    String path = Rig.EMISOR + "/documentos/E1%2FP1?xml=true";

    assertThat(rig.client().get(path).as(DocumentoFirmado.class).hash()).isEqualTo(first.hash());
    assertThat(rig.deliver(second.numero(), delivery(second, "h2", 1)).status()).isEqualTo(201);
    assertThat(rig.client().get(path).as(DocumentoFirmado.class).hash()).isEqualTo(second.hash());
  }

  @Test
  void sign_olderCorrectionThanKnown_isRefused() {
    informed("E1/P1", "E1", paper(7), "h", 0);
    informed("E1/P1", "E1", paper(7), "h2", 1);

    assertThat(rig.sign("E1/P1", asked("E1", paper(7), "h", 0)).as(Rechazo.class).codigo())
        .isEqualTo("CFC_CORREGIDO");
  }

  @Test
  void sign_otherContentWithoutCorrection_goesToQuarantine() {
    informed("E1/P1", "E1", paper(7), "h", 0);

    assertThat(rig.sign("E1/P1", asked("E1", paper(7), "h2", 0)).as(Rechazo.class).codigo())
        .isEqualTo("OTRA_HUELLA");
    assertThat(rig.quarantine()).containsExactly("OTRA_HUELLA");
  }

  @Test
  void deliver_lateOlderCorrection_isAcknowledgedAndChangesNothing() {
    DocumentoFirmado first = informed("E1/P1", "E1", paper(7), "h", 0);
    DocumentoFirmado second = informed("E1/P1", "E1", paper(7), "h2", 1);

    AcuseEntrega late = rig.deliver(first.numero(), delivery(first, "h", 0)).as(AcuseEntrega.class);

    assertThat(late.hash()).isEqualTo(first.hash());
    assertThat(
            rig.client().get(Rig.EMISOR + "/documentos/E1%2FP1").as(DocumentoFirmado.class).hash())
        .isEqualTo(second.hash());
  }

  @Test
  void deliver_signatureThatTheLedgerDoesNotKnow_isVerifiedAndTaken() {
    DocumentoFirmado signed =
        rig.sign("E1/P1", asked("E1", paper(7), "h", 0)).as(DocumentoFirmado.class);
    rig.sign("E1/P1", asked("E1", paper(7), "h2", 1));

    // What a restored cloud has forgotten.
    assertThat(rig.deliver(signed.numero(), delivery(signed, "h", 5)).status()).isEqualTo(201);
  }

  @Test
  void deliver_otherSignatureOfTheSameCorrection_goesToQuarantine() {
    informed("E1/P1", "E1", paper(7), "h", 0);
    rig.clock().move(Duration.ofSeconds(1));
    DocumentoFirmado other =
        rig.sign("E1/P1", asked("E1", paper(7), "h2", 1)).as(DocumentoFirmado.class);

    Client.Response no = rig.deliver(other.numero(), delivery(other, "h2", 0));

    assertThat(no.status()).isEqualTo(409);
    assertThat(rig.quarantine()).containsExactly("OTRA_FIRMA");
  }

  @Test
  void declareAndState_nothingOfPaperIsAnnulled() {
    informed("E1/P1", "E1", paper(7), "h", 0);
    String station = Rig.EMISOR + "/estaciones/E1";
    rig.client()
        .put(
            station + "/declaracion",
            new Declaracion("vida-2", 1, List.of(), List.of(), List.of(), false));
    Rango rango = new Rango(TipoCfe.E_TICKET_CONTINGENCIA, "A", 7, 7);
    rig.client().post(station + "/sin-uso", new SinUso(List.of(rango)));

    assertThat(rig.query("SELECT estado FROM cfc")).containsExactly("FIRME");
  }
}
