package uy.pfacturas.cloud.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.testing.Documents;

/**
 * A cloud that was restored from a backup: what the station does so that nothing is lost (§8.2).
 */
class RestoredCloudTest {
  private final FakeNube nube = new FakeNube();
  private final DocumentStore store = DocumentStore.direct(new CrashDisk(), SecondCopy.NONE);
  private Till till;

  @BeforeEach
  void open() {
    new Opening(Ambiente.DEMO, "CAJA", Documents.RUC).check(store, 0, "vida-1", Documents.clock());
    till = new Till("CAJA", store, nube);
  }

  private EstadoNumero state(Documento doc) {
    return Optional.ofNullable(nube.numeros().get(text(doc))).orElseThrow().estado();
  }

  private static String text(Documento doc) {
    return doc.numero().orElseThrow().texto();
  }

  @Test
  void restored_deliveredDocuments_areDeclaredAndDeliveredAgainOldestFirst() {
    Runnable restore = nube.backup();
    Documento before = till.sell("Z");
    Documento lost = till.sell("B");
    Documento later = till.sell("A");
    restore.run();
    assertThat(state(lost)).isEqualTo(EstadoNumero.HUECO);

    assertThat(till.upkeep()).isTrue();

    assertThat(till.numbers.vida().porDeclarar()).isFalse();
    assertThat(state(lost)).isEqualTo(EstadoNumero.EN_BLOQUE);
    assertThat(till.redeliver()).containsExactly("Z", "B", "A");
    assertThat(List.of(state(before), state(lost), state(later))).containsOnly(EstadoNumero.FIRME);
    assertThat(till.forgotten.isAny()).isFalse();
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void restored_numberInUseAndStock_stayOurs() {
    Runnable restore = nube.backup();
    Documento asked = till.number("A").orElseThrow();
    restore.run();

    assertThat(till.ask("A")).isInstanceOf(Step.Later.class);
    assertThat(till.upkeep()).isTrue();

    assertThat(till.ask("A")).isInstanceOf(Step.Moved.class);
    assertThat(text(till.doc("A"))).isEqualTo(text(asked));
    assertThat(text(till.sell("B"))).isEqualTo("101-A-2");
    assertThat(nube.firm("B")).containsExactly("101-A-2");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void restored_blockRequest_waitsForTheDeclaration() {
    till.sell("A");
    Runnable restore = nube.backup();
    restore.run();
    till.numbers.ver(2);
    List.of("B", "C", "D").forEach(till::number);

    assertThat(till.number("E")).isPresent();

    assertThat(till.numbers.vida().porDeclarar()).isFalse();
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void restored_unusedNumbers_areDeclaredAndStatedAgain() {
    Runnable restore = nube.backup();
    Documento doc = till.sell("A");
    Numero n = doc.numero().orElseThrow();
    nube.refusedByDgi(n);
    assertThat(till.deliver("A")).isInstanceOf(Step.Moved.class);
    assertThat(till.doc("A").situacion()).isEqualTo(Situacion.RECHAZADO_DGI);
    assertThat(till.upkeep()).isTrue();
    restore.run();

    assertThat(till.upkeep()).isTrue();

    assertThat(state(doc)).isEqualTo(EstadoNumero.ANULADO);
    assertThat(till.redeliver()).isEmpty();
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void entregado_acknowledgementOfTheOldEpoch_doesNotCount() {
    till.number("A");
    till.ask("A");
    Documento doc = till.doc("A");
    till.numbers.ver(2);

    assertThat(
            till.station.entregado("A", doc.numero().orElseThrow(), doc.hash().orElseThrow(), 1, 1))
        .isEmpty();
    assertThat(till.doc("A").isUndelivered()).isTrue();
    assertThat(till.numbers.declarado("vida-1", 1)).isFalse();
    assertThat(till.numbers.acusado(till.numbers.sinUso(), 1)).isFalse();
  }

  @Test
  void abrir_blockOfTheOldEpoch_isNotOpened() {
    var asked = till.numbers.pedir(TipoCfe.E_TICKET, 4);
    var given =
        nube.bloque(
                TipoCfe.E_TICKET,
                asked.solicitud(),
                new uy.pfacturas.core.protocol.SolicitudBloque("vida-1", 1, 4))
            .value()
            .orElseThrow();
    till.numbers.ver(1);
    till.numbers.ver(2);

    assertThat(till.numbers.abrir(TipoCfe.E_TICKET, given)).isFalse();
    assertThat(till.numbers.bloques(TipoCfe.E_TICKET).pedida()).isPresent();
  }

  @Test
  void look_crashBetweenPages_goesOnWhereItWas() {
    for (int i = 0; i < 7; i++) {
      till.sell("D" + i);
    }
    till.numbers.ver(2);
    assertThat(till.forgotten.next(0, 10)).isEmpty();
    assertThat(till.forgotten.look()).isTrue();
    Till again = new Till("CAJA", store, nube);
    nube.backup().run();

    assertThat(again.upkeep()).isTrue();
    assertThat(again.redeliver()).hasSize(7);
    assertThat(again.forgotten.isAny()).isFalse();
  }

  @Test
  void restoredAgain_whileDelivering_beginsAnew() {
    till.sell("A");
    till.sell("B");
    nube.backup().run();
    assertThat(till.upkeep()).isTrue();
    while (till.forgotten.look()) {
      // All pages.
    }
    assertThat(till.deliver("A")).isInstanceOf(Step.Moved.class);
    assertThat(till.forgotten.left()).isEqualTo(1);
    nube.backup().run();

    assertThat(till.upkeep()).isTrue();

    assertThat(till.redeliver()).containsExactly("A", "B");
    assertThat(till.forgotten.isAny()).isFalse();
    assertThat(Optional.of(till.doc("A").acuse())).contains(3L);
  }
}
