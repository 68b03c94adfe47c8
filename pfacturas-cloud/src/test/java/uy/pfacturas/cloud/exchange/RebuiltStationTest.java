package uy.pfacturas.cloud.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.journal.Journal;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Rebuild;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Telling;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.testing.Documents;

/** A station whose store was lost: made anew from the second copy (§8.1). */
class RebuiltStationTest {
  private static final Opening OPENING = new Opening(Ambiente.DEMO, "CAJA", Documents.RUC);

  @TempDir Path folder;
  private final FakeNube nube = new FakeNube();
  private Journal journal;
  private DocumentStore store;
  private Till till;

  /** A copy whose medium can be away. */
  private final class Failing implements SecondCopy {
    private boolean isAway;
    private long losses;

    @Override
    public void append(List<byte[]> entries, Runnable done) {
      if (isAway) {
        losses++;
        done.run();
      } else {
        journal.append(entries, done);
      }
    }

    @Override
    public long losses() {
      return losses;
    }

    @Override
    public boolean isWhole() {
      return losses == 0;
    }
  }

  @BeforeEach
  void open() {
    journal = Journal.open(folder);
    store = DocumentStore.direct(new CrashDisk(), journal);
    OPENING.check(store, 0, "vida-1", Documents.clock());
    till = new Till("CAJA", store, nube);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Rebuild.Outcome rebuild(CrashDisk disk, String life) {
    try (DocumentStore fresh = DocumentStore.direct(disk, SecondCopy.NONE)) {
      return new Rebuild(OPENING, fresh, Documents.clock()).run(journal::readAll, life);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long copied() {
    try {
      return Telling.copied(journal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The disk is gone; the station starts on what its copy holds. */
  private Till lost(String life) {
    CrashDisk disk = new CrashDisk();
    assertThat(rebuild(disk, life)).isInstanceOf(Rebuild.Outcome.Done.class);
    store = DocumentStore.direct(disk, journal);
    OPENING.check(store, copied(), "other", Documents.clock());
    till = new Till("CAJA", store, nube);
    return till;
  }

  private EstadoNumero state(String numero) {
    return Optional.ofNullable(nube.numeros().get(numero)).orElseThrow().estado();
  }

  @Test
  void rebuild_everyKindOfDocument_goesOnWithItsNumber() {
    till.sell("done");
    till.station.impreso("done");
    till.station.terminar(List.of("done"));
    till.number("asked");
    till.number("signed");
    till.ask("signed");
    till.number("gone");
    till.station.retirar("gone");

    lost("vida-2");

    assertThat(till.doc("done").nivel()).isEqualTo(1);
    assertThat(till.doc("done").impreso()).isTrue();
    assertThat(till.station.abiertos(0, 100))
        .extracting(d -> d.id())
        .containsExactly("asked", "signed", "gone");
    assertThat(till.doc("signed").hash()).isPresent();
    assertThat(till.doc("gone").situacion()).isEqualTo(Situacion.RETIRADO);
    assertThat(till.numbers.vida().encarnacion()).isEqualTo("vida-2");
    // Also before the declaration: what has its number goes on.
    assertThat(till.deliver("signed")).isInstanceOf(Step.Moved.class);
    assertThat(till.ask("asked")).isInstanceOf(Step.Moved.class);
    assertThat(till.deliver("asked")).isInstanceOf(Step.Moved.class);
    assertThat(List.of("done", "asked", "signed"))
        .allSatisfy(id -> assertThat(nube.firm(id)).hasSize(1));
    assertThat(till.upkeep()).isTrue();
    assertThat(state("101-A-4")).isEqualTo(EstadoNumero.ANULADO);
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void rebuild_blocks_giveNoMoreNumbers() {
    till.sell("A");

    lost("vida-2");

    assertThat(till.numbers.bloques(TipoCfe.E_TICKET).quedan()).isZero();
    assertThat(till.number("B").orElseThrow().numero().orElseThrow().nro()).isEqualTo(5);
    assertThat(till.numbers.vida().porDeclarar()).isFalse();
    assertThat(List.of("101-A-2", "101-A-3", "101-A-4"))
        .allSatisfy(n -> assertThat(state(n)).isEqualTo(EstadoNumero.ANULADO));
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void rebuild_afterTheCloudWasRestored_deliversAllAgain() {
    Runnable restore = nube.backup();
    till.sell("A");
    till.station.impreso("A");
    till.station.terminar(List.of("A"));
    restore.run();
    assertThat(till.upkeep()).isTrue();

    lost("vida-2");
    assertThat(till.upkeep()).isTrue();

    assertThat(till.redeliver()).containsExactly("A");
    assertThat(nube.firm("A")).hasSize(1);
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void rebuild_secondLoss_isAThirdLife() {
    till.sell("A");
    lost("vida-2");
    till.sell("B");
    lost("vida-3");

    assertThat(till.numbers.vida().encarnacion()).isEqualTo("vida-3");
    assertThat(till.sell("C").isUndelivered()).isFalse();
    assertThat(List.of("A", "B", "C")).allSatisfy(id -> assertThat(nube.firm(id)).hasSize(1));
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void rebuild_olderStoreThatComesBack_getsNoBlock() {
    till.sell("A");
    DocumentStore old = store;
    lost("vida-2");
    assertThat(till.upkeep()).isTrue();
    Till ghost = new Till("CAJA", old, nube);
    List.of("g1", "g2", "g3").forEach(ghost::number);

    assertThat(ghost.number("g4")).isEmpty();
    assertThat(ghost.fence.reason().orElseThrow().codigo()).isEqualTo("VIDA_ANTERIOR");
  }

  @Test
  void supply_freshStoreOfAKnownStation_isFencedAndDeclaresNothing() {
    till.number("A");
    DocumentStore fresh = DocumentStore.direct(new CrashDisk(), SecondCopy.NONE);
    OPENING.check(fresh, 0, "vida-9", Documents.clock());
    Till stranger = new Till("CAJA", fresh, nube);

    assertThat(stranger.upkeep()).isTrue();
    assertThat(stranger.number("B")).isEmpty();

    assertThat(stranger.fence.reason().orElseThrow().codigo()).isEqualTo("FALTA_DECLARACION");
    assertThat(state("101-A-1")).isEqualTo(EstadoNumero.EN_BLOQUE);
  }

  @Test
  void rebuild_copyWithAHole_isRefused() {
    till.sell("A");
    List<byte[]> lost = new ArrayList<>();
    SecondCopy deaf =
        (entries, done) -> {
          lost.addAll(entries);
          done.run();
        };
    CrashDisk disk = new CrashDisk();
    rebuild(disk, "vida-2");
    DocumentStore through = DocumentStore.direct(disk, deaf);
    new Till("CAJA", through, nube).number("B");
    assertThat(lost).isNotEmpty();
    // The medium is back, and nobody told it what it missed.
    Till back = new Till("CAJA", DocumentStore.direct(disk, journal), nube);
    back.number("C");

    assertThat(rebuild(new CrashDisk(), "vida-3")).isInstanceOf(Rebuild.Outcome.Incomplete.class);
  }

  @Test
  void rebuild_crashKeptEntriesFromTheCopy_nextStartTellsThem() {
    CrashDisk disk = new CrashDisk();
    till.sell("A");
    assertThat(rebuild(disk, "vida-2")).isInstanceOf(Rebuild.Outcome.Done.class);
    OPENING.check(DocumentStore.direct(disk, journal), copied(), "x", Documents.clock());
    new Till("CAJA", DocumentStore.direct(disk, (entries, done) -> done.run()), nube).number("B");

    // The crash: stored, not copied. Then the next start.
    OPENING.check(DocumentStore.direct(disk, journal), copied(), "x", Documents.clock());

    CrashDisk again = new CrashDisk();
    assertThat(rebuild(again, "vida-3")).isInstanceOf(Rebuild.Outcome.Done.class);
    Till last = new Till("CAJA", DocumentStore.direct(again, SecondCopy.NONE), nube);
    assertThat(last.doc("B").situacion()).isEqualTo(Situacion.ENVIANDO);
    assertThat(last.station.findContenido("B")).isPresent();
  }

  @Test
  void rebuild_mediumWasAwayAndCameBack_hasAll() {
    Failing copy = new Failing();
    CrashDisk disk = new CrashDisk();
    till.sell("A");
    assertThat(rebuild(disk, "vida-2")).isInstanceOf(Rebuild.Outcome.Done.class);
    DocumentStore working = DocumentStore.direct(disk, copy);
    OPENING.check(working, copied(), "x", Documents.clock());
    copy.isAway = true;
    Till unlucky = new Till("CAJA", working, nube);
    unlucky.sell("B");
    unlucky.station.impreso("B");
    unlucky.station.terminar(List.of("B"));
    assertThat(unlucky.station.abiertos(0, 100)).extracting(d -> d.id()).contains("B");
    unlucky.station.tomas().permitir("C");
    copy.isAway = false;

    new Telling(working, Documents.clock()).tell(copied());

    CrashDisk again = new CrashDisk();
    assertThat(rebuild(again, "vida-3")).isInstanceOf(Rebuild.Outcome.Done.class);
    Till last = new Till("CAJA", DocumentStore.direct(again, SecondCopy.NONE), nube);
    assertThat(last.doc("B").hash()).isEqualTo(unlucky.doc("B").hash());
    assertThat(last.station.tomas().isPermitida("C")).isTrue();
  }

  @Test
  void tell_copyInANewFolder_getsEverything() throws IOException {
    till.sell("A");
    till.station.cerrar(
        "A",
        till.doc("A").numero().orElseThrow(),
        Situacion.RECHAZADO_DGI,
        new Motivo("X", "m", "q"));
    till.sell("B");
    till.station.terminar(List.of("A", "B"));
    CrashDisk disk = new CrashDisk();
    assertThat(rebuild(disk, "vida-2")).isInstanceOf(Rebuild.Outcome.Done.class);
    journal.close();
    journal = Journal.open(Files.createDirectory(folder.resolve("otra")));

    OPENING.check(DocumentStore.direct(disk, journal), copied(), "x", Documents.clock());

    CrashDisk again = new CrashDisk();
    assertThat(rebuild(again, "vida-3")).isInstanceOf(Rebuild.Outcome.Done.class);
    Till last = new Till("CAJA", DocumentStore.direct(again, SecondCopy.NONE), nube);
    assertThat(last.doc("B").hash()).isEqualTo(till.doc("B").hash());
    assertThat(last.numbers.todoSinUso()).hasSize(1);
  }
}
