package uy.pfacturas.nube.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.DemoFolder;
import uy.pfacturas.nube.testing.Rig;
import uy.pfacturas.signing.SignedXml;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;

class DeliveryTest {
  private static final String ID = "E1/1";

  @TempDir Path temp;
  private Rig rig;
  private Bloque block;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
    block = rig.block("E1", "s1", 10);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private DocumentoFirmado signed(String id, int n) {
    return rig.sign(id, Rig.request("E1", block, n)).as(DocumentoFirmado.class);
  }

  /** What a station signs by itself with a key of the demo. */
  private Entrega ownSignature(String key, int n, OffsetDateTime when) {
    Path keys = DemoFolder.template().config().carpeta().resolve("claves");
    return ownSignature(
        SigningKey.readPkcs12(
            keys.resolve(key + ".p12"), KeyPassword.read(keys.resolve("contrasena"))),
        n,
        when);
  }

  private Entrega ownSignature(SigningKey signing, int n, OffsetDateTime when) {
    Numero numero = Rig.numero(block, n);
    Cfe cfe = Documents.eTicket().withNumero(numero, block.cae().data()).withTmstFirma(when);
    SignedXml xml = new XmlSigner(signing, SignatureAlgorithm.RSA_SHA256).sign(CfeXml.render(cfe));
    return entrega("E1", ID, xml.digest(), new String(xml.bytes(), StandardCharsets.UTF_8));
  }

  private static Entrega entrega(String estacion, String id, String hash, String xml) {
    return new Entrega(estacion, id, "huella-1", hash, xml, Optional.empty(), false, false);
  }

  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-24T12:00:07-03:00");

  @Test
  void deliver_signedNumber_isFirm() {
    DocumentoFirmado signed = signed(ID, 0);

    Client.Response response = rig.deliver(signed.numero(), Rig.delivery(signed));
    AcuseEntrega acuse = response.as(AcuseEntrega.class);

    assertThat(response.status()).isEqualTo(201);
    assertThat(acuse)
        .isEqualTo(new AcuseEntrega(1, signed.numero(), signed.hash(), EstadoNumero.FIRME, 1));
    assertThat(rig.state(signed.numero())).isEqualTo(EstadoNumero.FIRME);
  }

  @Test
  void deliver_again_isAcknowledgedAgainAlsoAfterRestart() {
    DocumentoFirmado signed = signed(ID, 0);
    AcuseEntrega first = rig.deliver(signed.numero(), Rig.delivery(signed)).as(AcuseEntrega.class);
    rig.restart();

    Client.Response again = rig.deliver(signed.numero(), Rig.delivery(signed));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.as(AcuseEntrega.class)).isEqualTo(first);
  }

  @Test
  void deliver_stationsSignature_winsOverTheCloudsOwn() {
    DocumentoFirmado proposal = signed(ID, 0);
    Entrega own = ownSignature("empresa", 0, NOON);

    rig.deliver(proposal.numero(), own);
    DocumentoFirmado stored = rig.sign(ID, Rig.request("E1", block, 0)).as(DocumentoFirmado.class);

    assertThat(own.hash()).isNotEqualTo(proposal.hash());
    assertThat(stored.hash()).isEqualTo(own.hash());
    assertThat(stored.xml()).contains(own.xml());
    assertThat(stored.estado()).isEqualTo(EstadoNumero.FIRME);
  }

  @Test
  void deliver_numberInBlock_isFirmAndClaimsTheId() {
    rig.deliver(Rig.numero(block, 0), ownSignature("empresa", 0, NOON));
    Bloque other = rig.block("E2", "s1", 2);

    assertThat(rig.state(Rig.numero(block, 0))).isEqualTo(EstadoNumero.FIRME);
    assertThat(rig.sign(ID, Rig.request("E2", other, 0)).codigo()).isEqualTo("EN_OTRA_ESTACION");
  }

  @Test
  void deliver_longAfterSigning_isFirm() {
    DocumentoFirmado signed = signed(ID, 0);
    rig.clock().move(Duration.ofDays(900));

    assertThat(rig.deliver(signed.numero(), Rig.delivery(signed)).status()).isEqualTo(201);
  }

  @Test
  void deliver_secondNumberOfFirmId_isConflictAndNeitherIsAnnulled() {
    DocumentoFirmado first = signed(ID, 0);
    DocumentoFirmado second = signed(ID, 1);
    rig.deliver(first.numero(), Rig.delivery(first));

    AcuseEntrega acuse = rig.deliver(second.numero(), Rig.delivery(second)).as(AcuseEntrega.class);

    assertThat(acuse.estado()).isEqualTo(EstadoNumero.CONFLICTO);
    assertThat(rig.state(first.numero())).isEqualTo(EstadoNumero.FIRME);
    assertThat(rig.deliver(second.numero(), Rig.delivery(second)).status()).isEqualTo(200);
  }

  @Test
  void deliver_waitingWhileAnotherIsFirm_isRefusedAndStaysOpen() {
    DocumentoFirmado first = signed(ID, 0);
    DocumentoFirmado second = signed(ID, 1);
    rig.deliver(first.numero(), Rig.delivery(first));
    Entrega d = Rig.delivery(second);
    Entrega waiting =
        new Entrega(d.estacion(), d.id(), d.huella(), d.hash(), d.xml(), d.adenda(), true, false);

    Client.Response response = rig.deliver(second.numero(), waiting);

    assertThat(response.status()).isEqualTo(409);
    assertThat(response.codigo()).isEqualTo("EN_OTRA_ESTACION");
    assertThat(response.as(Rechazo.class).documento().orElseThrow().numero())
        .isEqualTo(first.numero());
    assertThat(rig.state(second.numero())).isEqualTo(EstadoNumero.SIN_CONFIRMAR);
  }

  @Test
  void deliver_otherHash_isQuarantinedAndOverwritesNothing() {
    DocumentoFirmado signed = signed(ID, 0);
    rig.deliver(signed.numero(), Rig.delivery(signed));

    Client.Response response = rig.deliver(signed.numero(), ownSignature("empresa", 0, NOON));

    assertThat(response.status()).isEqualTo(409);
    assertThat(response.codigo()).isEqualTo("OTRA_FIRMA");
    assertThat(rig.quarantine()).containsExactly("OTRA_FIRMA");
    assertThat(
            rig.client()
                .get(Rig.EMISOR + "/documentos/E1%2F1?xml=true")
                .json()
                .get("hash")
                .asText())
        .isEqualTo(signed.hash());
  }

  @Test
  void deliver_otherId_isQuarantined() {
    DocumentoFirmado signed = signed(ID, 0);

    Client.Response response =
        rig.deliver(
            signed.numero(), entrega("E1", "E1/2", signed.hash(), signed.xml().orElseThrow()));

    assertThat(response.codigo()).isEqualTo("NUMERO_DE_OTRO_ID");
    assertThat(rig.quarantine()).containsExactly("NUMERO_DE_OTRO_ID");
  }

  @Test
  void deliver_numberOfOtherStationOrOfNobody_isQuarantined() {
    DocumentoFirmado signed = signed(ID, 0);
    String xml = signed.xml().orElseThrow();

    assertThat(rig.deliver(signed.numero(), entrega("E2", ID, signed.hash(), xml)).codigo())
        .isEqualTo("NUMERO_AJENO");
    assertThat(rig.deliver(Rig.numero(block, 50), Rig.delivery(signed)).codigo())
        .isEqualTo("NUMERO_AJENO");
    assertThat(rig.quarantine()).containsExactly("NUMERO_AJENO", "NUMERO_AJENO");
    assertThat(rig.state(signed.numero())).isEqualTo(EstadoNumero.SIN_CONFIRMAR);
  }

  @Test
  void deliver_changedDocument_isQuarantined() {
    DocumentoFirmado signed = signed(ID, 0);
    String changed = signed.xml().orElseThrow().replace("<Nro>1</Nro>", "<Nro>2</Nro>");

    Client.Response response =
        rig.deliver(signed.numero(), entrega("E1", ID, signed.hash(), changed));

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.codigo()).isEqualTo("FIRMA_INVALIDA");
    assertThat(rig.quarantine()).containsExactly("FIRMA_INVALIDA");
    assertThat(rig.state(signed.numero())).isEqualTo(EstadoNumero.SIN_CONFIRMAR);
  }

  @Test
  void deliver_otherNumbersDocumentOrOtherHash_isQuarantined() {
    DocumentoFirmado signed = signed(ID, 0);
    String xml = signed.xml().orElseThrow();

    assertThat(rig.deliver(Rig.numero(block, 1), entrega("E1", ID, signed.hash(), xml)).codigo())
        .isEqualTo("FIRMA_NO_CORRESPONDE");
    assertThat(rig.deliver(signed.numero(), entrega("E1", ID, "AAAA", xml)).codigo())
        .isEqualTo("FIRMA_NO_CORRESPONDE");
  }

  @Test
  void deliver_signedByTheStationsOwnCertificate_isFirm() {
    assertThat(rig.deliver(Rig.numero(block, 0), ownSignature("estacion", 0, NOON)).status())
        .isEqualTo(201);
  }

  @Test
  void deliver_signedByTheCompanyUnderAnUnknownAuthority_isQuarantined() {
    SigningKey stranger =
        DemoAuthority.create(rig.clock()).issue(Documents.RUC, "EMPRESA DEMO", rig.clock());

    assertThat(rig.deliver(Rig.numero(block, 0), ownSignature(stranger, 0, NOON)).codigo())
        .isEqualTo("FIRMA_DE_OTRO");
  }

  @Test
  void deliver_signedByOtherRuc_isQuarantined() {
    assertThat(rig.deliver(Rig.numero(block, 0), ownSignature("dgi", 0, NOON)).codigo())
        .isEqualTo("FIRMA_DE_OTRO");
  }

  @Test
  void deliver_certificateNotInForceThen_isQuarantined() {
    assertThat(
            rig.deliver(Rig.numero(block, 0), ownSignature("empresa", 0, NOON.minusYears(1)))
                .codigo())
        .isEqualTo("FIRMA_FUERA_DE_VIGENCIA");
  }

  @Test
  void deliver_annulledNumber_isQuarantinedAndStaysAnnulled() {
    DocumentoFirmado signed = signed(ID, 0);
    rig.client().post(Rig.EMISOR + "/estaciones/E1/sin-uso", new SinUso(List.of(block.rango())));

    Client.Response response = rig.deliver(signed.numero(), Rig.delivery(signed));

    assertThat(response.status()).isEqualTo(410);
    assertThat(rig.state(signed.numero())).isEqualTo(EstadoNumero.ANULADO);
    assertThat(rig.quarantine()).containsExactly("NUMERO_ANULADO");
  }

  @Test
  void deliver_annulledNumberWhosePaperWaits_isRefusedAndNoAlarm() {
    DocumentoFirmado signed = signed(ID, 0);
    rig.client().post(Rig.EMISOR + "/estaciones/E1/sin-uso", new SinUso(List.of(block.rango())));
    Entrega said = Rig.delivery(signed);
    Entrega late =
        new Entrega(
            said.estacion(),
            said.id(),
            said.huella(),
            said.hash(),
            said.xml(),
            said.adenda(),
            true,
            false);

    assertThat(rig.deliver(signed.numero(), late).status()).isEqualTo(410);
    assertThat(rig.quarantine()).isEmpty();
  }

  @Test
  void deliverAll_goodAndBad_eachIsJudgedByItselfInOrder() {
    Entrega first = ownSignature("estacion", 0, NOON);
    Entrega second = ownSignature("estacion", 1, NOON);
    Entrega other =
        new Entrega(
            "E1", "E1/otro", "h", second.hash(), second.xml(), Optional.empty(), false, false);
    LoteEntregas lote =
        new LoteEntregas(
            List.of(
                new LoteEntregas.Envio(Rig.numero(block, 0), first),
                new LoteEntregas.Envio(Rig.numero(block, 2), second),
                new LoteEntregas.Envio(Rig.numero(block, 1), other)));

    AcuseLote said = rig.client().post(Rig.EMISOR + "/entregas", lote).as(AcuseLote.class);

    assertThat(said.resultados())
        .extracting(AcuseLote.Resultado::numero)
        .containsExactly(Rig.numero(block, 0), Rig.numero(block, 2), Rig.numero(block, 1));
    assertThat(said.resultados().get(0).acuse().orElseThrow().hash()).isEqualTo(first.hash());
    assertThat(said.resultados().get(1).rechazo().orElseThrow().codigo())
        .isEqualTo("FIRMA_NO_CORRESPONDE");
    assertThat(said.resultados().get(2).acuse()).isPresent();
    assertThat(rig.state(Rig.numero(block, 0))).isEqualTo(EstadoNumero.FIRME);
    assertThat(rig.state(Rig.numero(block, 2))).isEqualTo(EstadoNumero.EN_BLOQUE);
    AcuseLote again = rig.client().post(Rig.EMISOR + "/entregas", lote).as(AcuseLote.class);
    assertThat(again.resultados().get(0)).isEqualTo(said.resultados().get(0));
  }

  @Test
  void deliver_adenda_isKeptBesideTheDocument() {
    SolicitudFirma r = Rig.request("E1", block, 0);
    DocumentoFirmado signed =
        rig.sign(
                ID,
                new SolicitudFirma(
                    "E1", r.numero(), r.huella(), r.xml(), Optional.of("Gracias"), false))
            .as(DocumentoFirmado.class);
    Entrega d = Rig.delivery(signed);

    rig.deliver(
        signed.numero(),
        new Entrega(
            "E1", ID, d.huella(), d.hash(), d.xml(), Optional.of("Gracias otra vez"), false, true));

    assertThat(rig.query("SELECT adenda FROM firma")).containsExactly("Gracias otra vez");
  }
}
