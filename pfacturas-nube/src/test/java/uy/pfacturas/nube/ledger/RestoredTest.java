package uy.pfacturas.nube.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;

/** A cloud whose database was put back from a backup: protocol §8.2, §3, §11 U3. */
class RestoredTest {
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

  private static Rango only(Numero n) {
    return new Rango(n.tipo(), n.serie(), n.nro(), n.nro());
  }

  private Client.Response unused(String estacion, Rango rango) {
    return rig.client()
        .post(Rig.EMISOR + "/estaciones/" + estacion + "/sin-uso", new SinUso(List.of(rango)));
  }

  @Test
  void start_olderDatabase_isANewEpoch() {
    Path backup = rig.backup();
    rig.block("E1", "s1", 5);

    rig.restore(backup);

    assertThat(rig.epoca()).isEqualTo(2);
    rig.restart();
    assertThat(rig.epoca()).isEqualTo(2);
  }

  @Test
  void start_backupOfBeforeTheLastStart_isANewEpoch() {
    rig.block("E1", "s1", 5);
    Path backup = rig.backup();
    rig.restart();

    rig.restore(backup);

    assertThat(rig.epoca()).isEqualTo(2);
  }

  @Test
  void start_backupOfAnOlderEpoch_isTheNextOne() {
    Path backup = rig.backup();
    rig.block("E1", "s1", 5);
    rig.restore(backup);
    rig.restore(backup);

    assertThat(rig.epoca()).isEqualTo(3);
  }

  @Test
  void everyAnswer_alsoARefusal_bearsTheNewEpoch() {
    Path backup = rig.backup();
    Bloque block = rig.block("E1", "s1", 5);
    rig.restore(backup);

    Client.Response refused = rig.sign("a", Rig.request("E1", block, 0));

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.as(Rechazo.class).epoca()).isEqualTo(2);
  }

  @Test
  void everyAcknowledgement_bearsTheNewEpoch() {
    Path backup = rig.backup();
    Bloque block = rig.block("E1", "s1", 5);
    DocumentoFirmado doc = rig.firm("a", "E1", block, 0);
    rig.restore(backup);

    List<Client.Response> all =
        List.of(
            rig.declare(
                "E1", "vida-1", List.of(Rig.rest(block, 1)), List.of(Rig.used(doc)), List.of()),
            rig.deliver(doc.numero(), Rig.delivery(doc)),
            rig.deliver(doc.numero(), Rig.delivery(doc)),
            rig.sign("b", Rig.request("E1", block, 1)),
            unused("E1", only(Rig.numero(block, 2))),
            rig.lease("E1", "vida-1", TipoCfe.E_TICKET, "s2", 5));

    assertThat(all).extracting(r -> r.json().get("epoca").asLong()).containsOnly(2L);
  }

  @Test
  void blocksAndDeclarations_ofTheOldEpoch_areRefusedWithTodays() {
    Path backup = rig.backup();
    rig.block("E1", "s1", 5);
    rig.restore(backup);
    String station = Rig.EMISOR + "/estaciones/E1";

    Client.Response block =
        rig.client().put(station + "/bloques/101/s2", new SolicitudBloque("vida-1", 1, 5));
    Client.Response declaration =
        rig.client()
            .put(
                station + "/declaracion",
                new Declaracion("vida-1", 1, List.of(), List.of(), List.of(), false));

    for (Client.Response refused : List.of(block, declaration)) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.codigo()).isEqualTo("OTRA_EPOCA");
      assertThat(refused.as(Rechazo.class).epoca()).isEqualTo(2);
      assertThat(refused.as(Rechazo.class).mensaje()).contains("2");
    }
  }

  @Test
  void undeclaredStation_isNotServed() {
    Bloque known = rig.block("E1", "s1", 5);
    DocumentoFirmado signed = rig.sign("a", Rig.request("E1", known, 0)).as(DocumentoFirmado.class);
    Path backup = rig.backup();
    rig.block("E1", "s2", 5);
    rig.restore(backup);

    List<Client.Response> answers =
        List.of(
            rig.sign("b", Rig.request("E1", known, 1)),
            rig.deliver(signed.numero(), Rig.delivery(signed)),
            unused("E1", only(Rig.numero(known, 2))),
            rig.lease("E1", "vida-1", TipoCfe.E_TICKET, "s3", 5));

    assertThat(answers).allMatch(a -> a.status() == 503);
    assertThat(answers).extracting(Client.Response::codigo).containsOnly("NUBE_RESTAURADA");
    assertThat(rig.state(Rig.numero(known, 2))).isEqualTo(EstadoNumero.EN_BLOQUE);
    assertThat(
            rig.client()
                .post(
                    Rig.EMISOR + "/entregas",
                    new LoteEntregas(
                        List.of(new LoteEntregas.Envio(signed.numero(), Rig.delivery(signed)))))
                .json()
                .get("resultados")
                .get(0)
                .has("rechazo"))
        .isFalse();
    assertThat(rig.state(signed.numero())).isEqualTo(EstadoNumero.SIN_CONFIRMAR);
    assertThat(rig.quarantine()).isEmpty();
  }

  @Test
  void undeclaredStation_thatTheBackupDoesNotKnow_isNotServedEither() {
    rig.block("E1", "s1", 5);
    Path backup = rig.backup();
    Bloque lost = rig.block("NUEVA", "s1", 5);
    rig.restore(backup);

    assertThat(rig.declareNothing("E1").status()).isEqualTo(200);

    assertThat(rig.lease("NUEVA", "vida-1", TipoCfe.E_TICKET, "s2", 5).status()).isEqualTo(503);
    assertThat(rig.states(lost)).containsOnly(EstadoNumero.HUECO);
  }

  @Test
  void newStation_isServedAtOnce() {
    Path backup = rig.backup();
    rig.block("E1", "s1", 5);
    rig.restore(backup);

    assertThat(rig.lease("E9", "vida-1", TipoCfe.E_TICKET, "s1", 5).status()).isEqualTo(201);
  }

  @Test
  void counter_startsAboveTheMark() {
    Path backup = rig.backup();
    Bloque lost = rig.block("E1", "s1", 5);
    Bloque more = rig.block("E2", "s1", 7);
    rig.restore(backup);

    Rango next = rig.block("E9", "s1", 5).rango();

    assertThat(next.desde()).isGreaterThan(more.rango().hasta()).isEqualTo(1_006);
    assertThat(rig.states(lost)).containsOnly(EstadoNumero.HUECO);
    assertThat(rig.query("SELECT COUNT(*) FROM numero WHERE tipo = 101 AND estado = 'HUECO'"))
        .containsExactly("1005");
  }

  @Test
  void gap_signedAndStated_isNotNow() {
    Path backup = rig.backup();
    Bloque block = rig.block("E1", "s1", 5);
    rig.block("E2", "s1", 5);
    rig.restore(backup);
    assertThat(rig.declareNothing("E1").status()).isEqualTo(200);

    Client.Response signed = rig.sign("a", Rig.request("E1", block, 0));
    Client.Response stated = unused("E1", only(Rig.numero(block, 1)));

    assertThat(List.of(signed.status(), stated.status())).containsOnly(503);
    assertThat(signed.codigo()).isEqualTo("NUMERO_EN_DUDA");
    assertThat(rig.states(block)).containsOnly(EstadoNumero.HUECO);
    assertThat(rig.quarantine()).isEmpty();
  }

  @Test
  void declaredNumbers_areTheStationsAgain_andTheRestIsAnnulledAfterTheLastStation() {
    Path backup = rig.backup();
    Bloque one = rig.block("E1", "s1", 5);
    Bloque two = rig.block("E2", "s1", 5);
    DocumentoFirmado printed = rig.firm("a", "E1", one, 0);
    DocumentoFirmado asked = rig.sign("b", Rig.request("E1", one, 1)).as(DocumentoFirmado.class);
    unused("E1", only(Rig.numero(one, 2)));
    DocumentoFirmado other = rig.firm("c", "E2", two, 0);
    rig.restore(backup);

    assertThat(
            rig.declare(
                    "E1",
                    "vida-1",
                    List.of(Rig.rest(one, 3)),
                    List.of(Rig.used(printed), Rig.used(asked)),
                    List.of(only(Rig.numero(one, 2))))
                .status())
        .isEqualTo(200);
    assertThat(rig.states(one))
        .containsExactly(
            EstadoNumero.EN_BLOQUE,
            EstadoNumero.EN_BLOQUE,
            EstadoNumero.ANULADO,
            EstadoNumero.EN_BLOQUE,
            EstadoNumero.EN_BLOQUE);
    assertThat(rig.states(two)).containsOnly(EstadoNumero.HUECO);
    assertThat(rig.deliver(printed.numero(), Rig.delivery(printed)).status()).isEqualTo(201);
    assertThat(rig.state(printed.numero())).isEqualTo(EstadoNumero.FIRME);
    assertThat(rig.sign("b", Rig.request("E1", one, 1)).status()).isEqualTo(201);

    assertThat(
            rig.declare(
                    "E2", "vida-1", List.of(Rig.rest(two, 1)), List.of(Rig.used(other)), List.of())
                .status())
        .isEqualTo(200);
    assertThat(rig.deliver(other.numero(), Rig.delivery(other)).status()).isEqualTo(201);

    assertThat(rig.query("SELECT COUNT(*) FROM numero WHERE estado = 'HUECO'"))
        .containsExactly("0");
    assertThat(rig.states(two).subList(1, 5)).containsOnly(EstadoNumero.EN_BLOQUE);
    assertThat(rig.query("SELECT COUNT(*) FROM numero WHERE estado = 'ANULADO' AND tipo = 101"))
        .containsExactly(Integer.toString(1_005 - 10 + 1));
    assertThat(rig.quarantine()).isEmpty();
    assertThat(rig.query("SELECT COUNT(*) FROM restauracion")).containsExactly("0");
  }

  @Test
  void declared_inParts_isOpenUntilTheLastOne() {
    Path backup = rig.backup();
    Bloque block = rig.block("E1", "s1", 5);
    DocumentoFirmado a = rig.firm("a", "E1", block, 0);
    DocumentoFirmado b = rig.firm("b", "E1", block, 1);
    rig.restore(backup);
    String path = Rig.EMISOR + "/estaciones/E1/declaracion";

    rig.client()
        .put(path, new Declaracion("vida-1", 2, List.of(), List.of(Rig.used(a)), List.of(), true));
    assertThat(rig.state(b.numero())).isEqualTo(EstadoNumero.HUECO);
    assertThat(rig.deliver(a.numero(), Rig.delivery(a)).status()).isEqualTo(503);
    rig.client()
        .put(path, new Declaracion("vida-1", 2, List.of(), List.of(Rig.used(b)), List.of(), false));

    assertThat(Stream.of(a, b).map(doc -> rig.state(doc.numero())))
        .containsOnly(EstadoNumero.EN_BLOQUE);
  }

  @Test
  void declared_newLifeAfterwards_annulsWhatTheOldOneAdopted() {
    Path backup = rig.backup();
    Bloque block = rig.block("E1", "s1", 5);
    rig.restore(backup);
    rig.declare("E1", "vida-1", List.of(block.rango()), List.of(), List.of());

    rig.declare("E1", "vida-2", List.of(), List.of(), List.of());

    assertThat(rig.states(block)).containsOnly(EstadoNumero.ANULADO);
  }

  @Test
  void declared_byTwoStations_isAContradiction() {
    Path backup = rig.backup();
    Bloque block = rig.block("E1", "s1", 5);
    rig.block("E2", "s1", 5);
    DocumentoFirmado doc = rig.firm("a", "E1", block, 0);
    rig.restore(backup);
    rig.declare("E1", "vida-1", List.of(), List.of(Rig.used(doc)), List.of());

    Client.Response second =
        rig.declare("E2", "vida-1", List.of(), List.of(Rig.used(doc)), List.of());

    assertThat(second.codigo()).isEqualTo("NUMERO_AJENO");
    assertThat(rig.quarantine()).containsExactly("NUMERO_AJENO");
    assertThat(rig.query("SELECT estacion FROM por_declarar")).containsExactly("E2");
  }
}
