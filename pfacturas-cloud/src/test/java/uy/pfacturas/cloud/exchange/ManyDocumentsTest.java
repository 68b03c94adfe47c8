package uy.pfacturas.cloud.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Forgotten;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.store.SqliteMedium;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.testing.Documents;

/**
 * A station with many finished documents whose cloud is restored, on a real file: what it costs is
 * printed. {@code -Dpfacturas.muchos=100000} for the figure of the documentation.
 */
class ManyDocumentsTest {
  private static final int MANY = Integer.getInteger("pfacturas.muchos", 1_000);
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2025-01-02T12:00:00-03:00");

  @TempDir Path folder;
  private final AtomicLong declared = new AtomicLong();
  private final AtomicLong parts = new AtomicLong();

  /** Takes every declaration. */
  private NubeClient taking() {
    return (NubeClient)
        Proxy.newProxyInstance(
            NubeClient.class.getClassLoader(),
            new Class<?>[] {NubeClient.class},
            (proxy, called, args) -> {
              declared.addAndGet(((Declaracion) args[0]).enUso().size());
              parts.incrementAndGet();
              return new Answer.Done<>(new Acuse(2));
            });
  }

  @Test
  void restored_manyFinished_areDeclaredInPartsAndFoundPageByPage() {
    Clock clock = Documents.clock();
    DocumentStore store =
        DocumentStore.open(SqliteMedium.open(folder.resolve("almacen.db")), SecondCopy.NONE);
    new Opening(Ambiente.DEMO, "CAJA", Documents.RUC).check(store, 0, "vida-1", clock);
    Till till = new Till("CAJA", store, new FakeNube());
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      int first = t;
      Thread thread = new Thread(() -> finish(till, first));
      threads.add(thread);
      thread.start();
    }
    threads.forEach(ManyDocumentsTest::join);
    Numbers numbers = till.numbers;
    Station station = till.station;
    long begin = System.nanoTime();
    numbers.ver(2);
    long committed = System.nanoTime();
    assertThat(
            new Declaring(numbers, station, taking(), new Epochs(numbers), new Fence()).declare())
        .isEmpty();
    long said = System.nanoTime();
    Forgotten forgotten = new Forgotten(store, clock);
    while (forgotten.look()) {
      // One page after the other.
    }
    long found = System.nanoTime();

    assertThat(declared).hasValue(MANY);
    assertThat(parts.get()).isBetween(1L, MANY / 1_000 + 1L);
    assertThat(forgotten.left()).isEqualTo(MANY);
    assertThat(forgotten.next(0, 3)).extracting(d -> d.secuencia()).containsExactly(1L, 2L, 3L);
    System.err.printf(
        "%d documents: commit %d ms, declaration %d ms in %d parts, found %d ms%n",
        MANY,
        (committed - begin) / 1_000_000,
        (said - committed) / 1_000_000,
        parts.get(),
        (found - said) / 1_000_000);
    store.close();
  }

  private static void finish(Till till, int first) {
    for (int i = first; i < MANY; i += 8) {
      String id = "CAJA/FACT-" + i;
      Optional<Documento> numbered = till.number(id);
      while (numbered.isEmpty()) {
        // Another thread took the last one of the block that this one had asked for.
        numbered = till.number(id);
      }
      var numero = numbered.get().numero().orElseThrow();
      var content = till.station.findContenido(id).orElseThrow();
      assertThat(till.station.firmar(id, numero, "h" + i, NOON, content)).isPresent();
      assertThat(till.station.entregado(id, numero, "h" + i, 1, 1)).isPresent();
      assertThat(till.station.impreso(id)).isPresent();
      till.station.terminar(List.of(id));
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
