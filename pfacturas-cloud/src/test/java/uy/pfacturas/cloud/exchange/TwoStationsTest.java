package uy.pfacturas.cloud.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cloud.station.Ajeno;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.testing.Documents;

/** The same id at two stations, and a person who takes it over (§9). */
class TwoStationsTest {
  private final FakeNube nube = new FakeNube();
  private final List<String> copied = new ArrayList<>();
  private Till a;
  private Till b;

  @BeforeEach
  void open() {
    a = open("CAJA", nube);
    b = open("OTRA", nube.station("OTRA"));
  }

  private Till open(String name, FakeNube seen) {
    SecondCopy copy =
        (entries, done) -> {
          entries.forEach(e -> copied.add(new String(e, java.nio.charset.StandardCharsets.UTF_8)));
          done.run();
        };
    DocumentStore store = DocumentStore.direct(new CrashDisk(), copy);
    new Opening(Ambiente.DEMO, name, Documents.RUC)
        .check(store, 0, "vida-" + name, Documents.clock());
    return new Till(name, store, seen);
  }

  private EstadoNumero state(Documento doc) {
    return Optional.ofNullable(nube.numeros().get(doc.numero().orElseThrow().texto()))
        .orElseThrow()
        .estado();
  }

  /** A has it, B learns so. */
  private Documento elsewhere() {
    b.number("X");
    assertThat(b.ask("X")).isInstanceOf(Step.Moved.class);
    return b.doc("X");
  }

  @Test
  void ask_idOfAnotherStation_showsItsResultAndStatesTheNumber() {
    Documento first = a.sell("X");

    Documento second = elsewhere();

    assertThat(second.situacion()).isEqualTo(Situacion.EN_OTRA_ESTACION);
    assertThat(second.ajeno()).contains(new Ajeno("CAJA", first.numero().orElseThrow(), true));
    assertThat(b.upkeep()).isTrue();
    assertThat(state(second)).isEqualTo(EstadoNumero.ANULADO);
  }

  @Test
  void take_ownerHasNotDelivered_waitsForTheAcknowledgementAndGoesFirst() {
    a.number("X");
    a.ask("X");
    elsewhere();
    b.station.tomas().permitir("X");

    Documento taken = b.number("X").orElseThrow();

    assertThat(taken.isTakenOver()).isTrue();
    assertThat(b.station.tomas().isPermitida("X")).isFalse();
    assertThat(b.ask("X")).isInstanceOf(Step.Moved.class);
    assertThat(b.doc("X").isReleased()).isFalse();
    copied.clear();
    assertThat(b.deliver("X")).isInstanceOf(Step.Moved.class);
    assertThat(b.doc("X").isReleased()).isTrue();
    // Its paper follows, so the copy has the acknowledgement.
    assertThat(copied).anySatisfy(e -> assertThat(e).contains("\"entregado\"", "\"nivel\":1"));
    // The old station learns it, if it comes back: its own delivery is a fact, and is shown.
    assertThat(a.deliver("X")).isInstanceOf(Step.Moved.class);
    assertThat(a.station.tomas().conflictos())
        .extracting(c -> c.idDeCompensacion())
        .containsExactly("COMP-101-A-1");
    assertThat(nube.firm("X")).hasSize(2);
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void take_ownerDeliversFirst_isRefusedBeforeItsPaper() {
    a.number("X");
    a.ask("X");
    elsewhere();
    b.station.tomas().permitir("X");
    b.number("X");
    b.ask("X");
    assertThat(b.doc("X").situacion()).isEqualTo(Situacion.FIRMADO);
    a.deliver("X");

    assertThat(b.deliver("X")).isInstanceOf(Step.Moved.class);

    assertThat(b.doc("X").situacion()).isEqualTo(Situacion.EN_OTRA_ESTACION);
    assertThat(b.doc("X").isUnprinted()).isFalse();
    assertThat(b.upkeep()).isTrue();
    assertThat(state(b.doc("X"))).isEqualTo(EstadoNumero.ANULADO);
    assertThat(nube.firm("X")).hasSize(1);
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void take_newEpochAfterTheSignature_deliversAsAFact() {
    Runnable restore = nube.backup();
    a.number("X");
    a.ask("X");
    elsewhere();
    b.station.tomas().permitir("X");
    b.number("X");
    b.ask("X");
    // The answer to this one is lost with the old database.
    assertThat(b.doc("X").isAwaited(1)).isTrue();
    restore.run();
    assertThat(a.upkeep() && b.upkeep()).isTrue();
    a.deliver("X");

    assertThat(b.deliver("X")).isInstanceOf(Step.Moved.class);

    assertThat(b.doc("X").situacion()).isEqualTo(Situacion.FIRMADO);
    assertThat(state(b.doc("X"))).isEqualTo(EstadoNumero.CONFLICTO);
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void take_newEpochBeforeTheSignature_stillAwaitsTheAnswer() {
    Runnable restore = nube.backup();
    a.number("X");
    a.ask("X");
    elsewhere();
    b.station.tomas().permitir("X");
    b.number("X");
    restore.run();
    assertThat(a.upkeep() && b.upkeep()).isTrue();
    b.ask("X");
    a.deliver("X");

    assertThat(b.deliver("X")).isInstanceOf(Step.Moved.class);

    assertThat(b.doc("X").situacion()).isEqualTo(Situacion.EN_OTRA_ESTACION);
    assertThat(nube.firm("X")).hasSize(1);
  }

  @Test
  void take_markIsCopied_beforeTheRequestLeaves() {
    a.sell("X");
    elsewhere();
    copied.clear();
    b.station.tomas().permitir("X");
    b.number("X");

    assertThat(copied).anySatisfy(e -> assertThat(e).contains("\"toma\":\"X\""));
    assertThat(copied).anySatisfy(e -> assertThat(e).contains("\"ENVIANDO\"", "\"toma\":1"));
  }

  @Test
  void sign_takenOver_isNeverSignedHere() {
    a.number("X");
    a.ask("X");
    elsewhere();
    b.station.tomas().permitir("X");
    Documento taken = b.number("X").orElseThrow();
    Firmante eager =
        new Firmante() {
          @Override
          public Optional<String> obstacle(java.time.Instant now) {
            return Optional.empty();
          }

          @Override
          public Firma sign(byte[] cfe) {
            throw new AssertionError("signed what only the cloud may decide");
          }
        };
    SigningTime time =
        new SigningTime(b.station, b.pulse, Documents.clock(), java.time.Duration.ofMinutes(2));
    LocalSigning local =
        new LocalSigning(b.station, eager, Optional::empty, time, Documents.clock());

    assertThat(local.sign(taken, Documents.eTicket(), b.station.findContenido("X").orElseThrow()))
        .isInstanceOf(Step.Later.class);
  }

  @Test
  void number_elsewhereWithoutAPerson_takesNone() {
    a.sell("X");
    elsewhere();

    assertThat(b.number("X")).isEmpty();
    assertThat(b.doc("X").situacion()).isEqualTo(Situacion.EN_OTRA_ESTACION);
  }
}
