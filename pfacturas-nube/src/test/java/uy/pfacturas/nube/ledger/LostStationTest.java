package uy.pfacturas.nube.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.decision.Decisions;
import uy.pfacturas.nube.decision.Person;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;

/** Stations that lost all they knew, or never come back: protocol §11, U2 and U3. */
class LostStationTest {
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

  private Client.Response declareWithoutCopy(String vida) {
    return rig.client()
        .put(
            Rig.EMISOR + "/estaciones/E1/declaracion",
            new Declaracion(vida, rig.epoca(), List.of(), List.of(), List.of(), true, false));
  }

  private void abandon(String estacion) {
    rig.nube().close();
    try (Decisions decisions =
        Decisions.open(
            rig.folder(),
            rig.folder().resolve("epoca"),
            Ambiente.DEMO,
            new Person("ana", Documents.clock()))) {
      assertThat(decisions.abandon(Documents.RUC, estacion)).isNotNull();
    }
    rig.start();
  }

  @Test
  void declaredWithoutCopy_openNumbersAreInDoubtAndNotAnnulled() {
    Bloque block = rig.block("E1", "s1", 4);
    DocumentoFirmado firm = rig.firm("a", "E1", block, 0);
    rig.sign("b", Rig.request("E1", block, 1));

    assertThat(declareWithoutCopy("vida-2").status()).isEqualTo(200);

    assertThat(rig.states(block))
        .containsExactly(
            EstadoNumero.FIRME, EstadoNumero.EN_DUDA, EstadoNumero.EN_DUDA, EstadoNumero.EN_DUDA);
    assertThat(rig.deliver(firm.numero(), Rig.delivery(firm)).status()).isEqualTo(200);
    assertThat(rig.lease("E1", "vida-2", TipoCfe.E_TICKET, "s1", 4).status()).isEqualTo(201);
  }

  @Test
  void inDoubt_deliveredAfterAll_isTheDocument() {
    Bloque block = rig.block("E1", "s1", 2);
    DocumentoFirmado signed = rig.sign("a", Rig.request("E1", block, 0)).as(DocumentoFirmado.class);
    declareWithoutCopy("vida-2");

    assertThat(rig.deliver(signed.numero(), Rig.delivery(signed)).status()).isEqualTo(201);

    assertThat(rig.state(signed.numero())).isEqualTo(EstadoNumero.FIRME);
  }

  @Test
  void inDoubt_proposalIsShownWithItsSignature_andNotSignedAgain() {
    Bloque block = rig.block("E1", "s1", 2);
    DocumentoFirmado signed = rig.sign("a", Rig.request("E1", block, 0)).as(DocumentoFirmado.class);
    declareWithoutCopy("vida-2");

    DocumentoFirmado shown =
        rig.client().get(Rig.EMISOR + "/documentos/a?xml=true").as(DocumentoFirmado.class);
    Client.Response asked = rig.sign("a", Rig.request("E1", block, 0));
    Client.Response fresh = rig.sign("b", Rig.request("E1", block, 1));

    assertThat(shown.estado()).isEqualTo(EstadoNumero.EN_DUDA);
    assertThat(shown.xml()).isEqualTo(signed.xml());
    assertThat(shown.hash()).isEqualTo(signed.hash());
    assertThat(List.of(asked.status(), fresh.status())).containsOnly(503);
  }

  @Test
  void inDoubt_statedUnused_isAnnulled_andTheIdGoesOnUnderAnotherNumber() {
    Bloque block = rig.block("E1", "s1", 2);
    DocumentoFirmado lost = rig.sign("a", Rig.request("E1", block, 0)).as(DocumentoFirmado.class);
    declareWithoutCopy("vida-2");
    Bloque anew = rig.lease("E1", "vida-2", TipoCfe.E_TICKET, "s1", 2).as(Bloque.class);

    DocumentoFirmado again = rig.firm("a", "E1", anew, 0);
    Numero n = lost.numero();
    rig.client()
        .post(
            Rig.EMISOR + "/estaciones/E1/sin-uso",
            new SinUso(List.of(new Rango(n.tipo(), n.serie(), n.nro(), n.nro()))));

    assertThat(rig.state(again.numero())).isEqualTo(EstadoNumero.FIRME);
    assertThat(rig.state(n)).isEqualTo(EstadoNumero.ANULADO);
  }

  @Test
  void inDoubt_bothPapersSurface_isAConflict() {
    Bloque block = rig.block("E1", "s1", 2);
    DocumentoFirmado lost = rig.sign("a", Rig.request("E1", block, 0)).as(DocumentoFirmado.class);
    declareWithoutCopy("vida-2");
    Bloque anew = rig.lease("E1", "vida-2", TipoCfe.E_TICKET, "s1", 2).as(Bloque.class);
    rig.firm("a", "E1", anew, 0);

    rig.deliver(lost.numero(), Rig.delivery(lost));

    assertThat(rig.state(lost.numero())).isEqualTo(EstadoNumero.CONFLICTO);
  }

  @Test
  void abandoned_theGapIsAnnulled_andWhatItDeliversThenIsQuarantined() {
    Bloque known = rig.block("E1", "s1", 2);
    Bloque other = rig.block("E2", "s1", 2);
    Path backup = rig.backup();
    Bloque lost = rig.block("E1", "s2", 2);
    DocumentoFirmado printed = rig.firm("a", "E1", lost, 0);
    DocumentoFirmado early = rig.sign("b", Rig.request("E1", known, 0)).as(DocumentoFirmado.class);
    rig.restore(backup);
    rig.client()
        .put(
            Rig.EMISOR + "/estaciones/E2/declaracion",
            new Declaracion("vida-1", 2, List.of(other.rango()), List.of(), List.of(), false));
    assertThat(rig.states(lost)).containsOnly(EstadoNumero.HUECO);

    abandon("E1");

    assertThat(rig.states(lost)).containsOnly(EstadoNumero.ANULADO);
    assertThat(rig.states(known)).containsOnly(EstadoNumero.EN_DUDA);
    assertThat(rig.states(other)).containsOnly(EstadoNumero.EN_BLOQUE);
    assertThat(rig.deliver(printed.numero(), Rig.delivery(printed)).codigo())
        .isEqualTo("NUMERO_AJENO");
    assertThat(rig.quarantine()).containsExactly("NUMERO_AJENO");
    assertThat(rig.deliver(early.numero(), Rig.delivery(early)).status()).isEqualTo(201);
    assertThat(rig.query("SELECT quien || ' ' || asunto FROM decision"))
        .containsExactly("ana estacion/" + Documents.RUC + "/E1");
  }
}
