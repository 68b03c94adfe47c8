package uy.pfacturas.cloud.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.cloud.contingencia.Cambio;
import uy.pfacturas.cloud.contingencia.Firmados;
import uy.pfacturas.cloud.journal.Journal;
import uy.pfacturas.cloud.station.BitacoraStore;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Rebuild;
import uy.pfacturas.cloud.station.Telling;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;

/** The journal of contingencia of a station whose store was lost: entries and documents. */
class RebuiltJournalTest {
  private static final Opening OPENING = new Opening(Ambiente.DEMO, "CAJA", Documents.RUC);
  private static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");

  @TempDir Path folder;
  private final FakeNube nube = new FakeNube();
  private final CrashDisk disk = new CrashDisk();
  private Journal journal;

  @BeforeEach
  void openCopy() {
    journal = Journal.open(folder);
  }

  @AfterEach
  void closeCopy() {
    journal.close();
  }

  /** A start on the disk that is there, with a copy that takes what it is told. */
  private DocumentStore start(SecondCopy copy) throws IOException {
    DocumentStore store = DocumentStore.direct(disk, copy);
    OPENING.check(store, Telling.copied(journal), "vida-1", Documents.clock());
    return store;
  }

  private static void enter(DocumentStore store, String why) {
    turn(store, new Cambio.Entra(NOON, why, false));
  }

  private static void leave(DocumentStore store) {
    turn(store, new Cambio.Sale(NOON.plusSeconds(60), false));
  }

  private static void turn(DocumentStore store, Cambio cambio) {
    assertThat(new BitacoraStore(store, Documents.clock()).write(cambio).hecho())
        .isEqualTo(cambio.hecho());
  }

  private void signHere(DocumentStore store, String... ids) {
    Till till = new Till("CAJA", store, nube);
    for (String id : ids) {
      Documento doc = till.number(id).orElseThrow();
      assertThat(
              till.station.firmarAqui(
                  id,
                  doc.numero().orElseThrow(),
                  "hash-" + id,
                  OffsetDateTime.parse("2026-11-24T12:00:00-03:00"),
                  till.station.findContenido(id).orElseThrow(),
                  false))
          .isPresent();
    }
  }

  private static Bitacora read(DocumentStore store) {
    return new BitacoraStore(store, Documents.clock()).read();
  }

  private Bitacora rebuilt() throws IOException {
    try (DocumentStore fresh = DocumentStore.direct(new CrashDisk(), SecondCopy.NONE)) {
      assertThat(new Rebuild(OPENING, fresh, Documents.clock()).run(journal::readAll, "vida-2"))
          .isInstanceOf(Rebuild.Outcome.Done.class);
      return read(fresh);
    }
  }

  @Test
  void rebuild_staysAndLooseDocuments_areAsTheyWere() throws IOException {
    DocumentStore store = start(journal);
    enter(store, "no contesta");
    signHere(store, "A", "B");
    leave(store);
    signHere(store, "C");

    Bitacora after = rebuilt();

    assertThat(after).isEqualTo(read(store));
    assertThat(after.rota()).isEmpty();
    assertThat(after.tramos().get(0).cantidad()).isEqualTo(2);
    assertThat(after.sueltos()).containsExactly(new Firmados(TipoCfe.E_TICKET, "A", 1, 3, 3));
  }

  @Test
  void rebuild_copyInANewFolder_hasTheDocumentsOfTheStayUnderWay() throws IOException {
    DocumentStore store = start(journal);
    enter(store, "primera");
    signHere(store, "A");
    leave(store);
    enter(store, "segunda");
    signHere(store, "B", "C");
    journal.close();
    journal = Journal.open(Files.createDirectory(folder.resolve("otra")));
    DocumentStore moved = start(journal);
    signHere(moved, "D");

    Bitacora after = rebuilt();

    assertThat(after).isEqualTo(read(moved));
    assertThat(after.abierta()).isPresent();
    assertThat(after.tramos().get(1).firmados())
        .containsExactly(new Firmados(TipoCfe.E_TICKET, "A", 3, 2, 4));
  }

  @Test
  void rebuild_crashKeptATurnFromTheCopy_nextStartTellsIt() throws IOException {
    DocumentStore store = start(journal);
    enter(store, "primera");
    signHere(store, "A");
    DocumentStore deaf = DocumentStore.direct(disk, (entries, done) -> done.run());
    leave(deaf);
    enter(deaf, "segunda");
    signHere(deaf, "B");

    DocumentStore next = start(journal);

    Bitacora after = rebuilt();
    assertThat(after).isEqualTo(read(next));
    assertThat(after.rota()).isEmpty();
    assertThat(after.anotaciones()).hasSize(3);
    assertThat(after.tramos().get(1).firmados())
        .containsExactly(new Firmados(TipoCfe.E_TICKET, "A", 1, 2, 2));
  }
}
