package uy.pfacturas.nube.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.epoch.Restored;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;

/** Which numbers a restored cloud takes for given: the mark, CAEs, an ERP that numbers. */
class RestoredNumbersTest {
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
  void start_markIsOfItsUserOnly() throws IOException {
    assertThat(Files.getPosixFilePermissions(rig.folder().resolve("epoca")))
        .hasSize(2)
        .allMatch(p -> p.name().startsWith("OWNER"));
  }

  @Test
  void mark_isAheadOfEveryNumberOverItsStep() {
    Path backup = rig.backup();
    List<Bloque> given =
        IntStream.range(0, 7).mapToObj(i -> rig.block("E1", "s" + i, 400)).toList();
    int highest = given.get(6).rango().hasta();
    rig.restore(backup);

    assertThat(rig.block("E9", "s1", 5).rango().desde()).isGreaterThan(highest);
  }

  @Test
  void cae_thatCameAfterTheBackup_isAskedForAgainAndItsNumbersAreNotGivenTwice() {
    Path backup = rig.backup();
    Bloque block = rig.block("E1", "s1", 5);
    DocumentoFirmado doc = rig.firm("a", "E1", block, 0);
    String file = rig.query("SELECT hex(archivo) FROM cae WHERE tipo = 101").get(0);
    rig.nube().close();
    rig.replace(backup);
    rig.query("DELETE FROM cae WHERE tipo = 101");
    rig.start();

    Client.Response early =
        rig.declare("E1", "vida-1", List.of(Rig.rest(block, 1)), List.of(Rig.used(doc)), List.of());
    assertThat(early.status()).isEqualTo(503);
    assertThat(early.codigo()).isEqualTo("FALTA_CAE");

    byte[] cae = java.util.HexFormat.of().parseHex(file);
    assertThat(rig.client().post(Rig.EMISOR + "/cae", cae).status()).isEqualTo(201);
    assertThat(rig.states(block)).containsOnly(EstadoNumero.HUECO);
    assertThat(
            rig.declare(
                    "E1", "vida-1", List.of(Rig.rest(block, 1)), List.of(Rig.used(doc)), List.of())
                .status())
        .isEqualTo(200);
    assertThat(rig.deliver(doc.numero(), Rig.delivery(doc)).status()).isEqualTo(201);
    assertThat(rig.block("E1", "s2", 5).rango().desde()).isEqualTo(1_006);
  }

  @Test
  void numbersOfAnErp_chosenAfterTheBackup_areTheStationsAgain() {
    rig.block("E1", "s1", 5);
    Bloque high = chosen("E1", "alto", 500);
    Path backup = rig.backup();
    Bloque low = chosen("E1", "bajo", 100);
    Bloque higher = chosen("E1", "mas", 600);
    DocumentoFirmado doc = rig.firm("a", "E1", low, 0);
    rig.restore(backup);

    assertThat(choose("E2", "s1", 100).codigo()).isEqualTo("NUBE_RESTAURADA");
    assertThat(
            rig.declare(
                    "E1",
                    "vida-1",
                    List.of(high.rango(), Rig.rest(low, 1), higher.rango()),
                    List.of(Rig.used(doc)),
                    List.of())
                .status())
        .isEqualTo(200);

    assertThat(rig.states(low)).hasSize(3).containsOnly(EstadoNumero.EN_BLOQUE);
    assertThat(rig.states(higher)).containsOnly(EstadoNumero.EN_BLOQUE);
    assertThat(rig.deliver(doc.numero(), Rig.delivery(doc)).status()).isEqualTo(201);
    assertThat(choose("E2", "s1", 100).codigo()).isEqualTo("NUMERO_OCUPADO");
  }

  @Test
  void numbersOfAnErp_aboveTheLastChosen_stayFree() {
    Bloque first = chosen("E1", "uno", 100);
    Path backup = rig.backup();
    Bloque lost = chosen("E1", "dos", 103);
    rig.restore(backup);
    rig.declare("E1", "vida-1", List.of(first.rango(), lost.rango()), List.of(), List.of());

    assertThat(chosen("E1", "tres", 106).rango())
        .isEqualTo(new Rango(TipoCfe.E_TICKET, "A", 106, 108));
  }

  private Client.Response choose(String estacion, String solicitud, int first) {
    return rig.client()
        .put(
            Rig.EMISOR + "/estaciones/" + estacion + "/bloques/101/" + solicitud,
            new SolicitudBloque(
                "vida-1", rig.epoca(), 3, Optional.of(new Numero(TipoCfe.E_TICKET, "A", first))));
  }

  private Bloque chosen(String estacion, String solicitud, int first) {
    return choose(estacion, solicitud, first).as(Bloque.class);
  }

  @Test
  void markLost_isRefusedUntilAPersonSaysSo() throws IOException {
    rig.block("E1", "s1", 5);
    rig.nube().close();
    Files.delete(rig.folder().resolve("epoca"));

    assertThatThrownBy(rig::start)
        .isInstanceOf(NubeException.class)
        .hasMessageContaining("nube restaurada --sin-marca");

    Store.restored(
            rig.folder(),
            rig.folder().resolve("epoca"),
            Ambiente.DEMO,
            Documents.clock(),
            Restored.withoutMark(100))
        .close();
    rig.start();
    assertThat(rig.epoca()).isGreaterThan(1_000);
  }

  @Test
  void markLost_counterStartsAtTheHighestDeclaredAndAMargin() throws IOException {
    rig.block("E1", "s1", 5);
    Path backup = rig.backup();
    Bloque lost = rig.block("E1", "s2", 40);
    rig.block("E2", "s1", 5);
    rig.nube().close();
    rig.replace(backup);
    Files.delete(rig.folder().resolve("epoca"));
    Store.restored(
            rig.folder(),
            rig.folder().resolve("epoca"),
            Ambiente.DEMO,
            Documents.clock(),
            Restored.withoutMark(100).with(Documents.RUC, "E2"))
        .close();
    rig.start();

    assertThat(rig.lease("E9", "vida-1", TipoCfe.E_TICKET, "s1", 5).codigo())
        .isEqualTo("NUBE_RESTAURADA");
    assertThat(rig.declare("E1", "vida-1", List.of(lost.rango()), List.of(), List.of()).status())
        .isEqualTo(200);
    assertThat(rig.states(lost)).containsOnly(EstadoNumero.EN_BLOQUE);
    assertThat(rig.lease("E1", "vida-1", TipoCfe.E_TICKET, "s3", 5).status()).isEqualTo(503);
    assertThat(rig.declareNothing("E2").status()).isEqualTo(200);

    assertThat(rig.block("E9", "s1", 5).rango().desde()).isEqualTo(lost.rango().hasta() + 100 + 1);
    assertThat(rig.query("SELECT COUNT(*) FROM numero WHERE estado = 'HUECO'"))
        .containsExactly("0");
  }

  @Test
  void said_withoutAnythingBeingOlder_isANewEpochToo() {
    rig.nube().close();
    Store.restored(
            rig.folder(),
            rig.folder().resolve("epoca"),
            Ambiente.DEMO,
            Documents.clock(),
            Restored.SAID)
        .close();
    rig.start();

    assertThat(rig.epoca()).isEqualTo(2);
  }
}
