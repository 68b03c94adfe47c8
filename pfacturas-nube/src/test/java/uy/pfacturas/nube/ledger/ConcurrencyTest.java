package uy.pfacturas.nube.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;

class ConcurrencyTest {
  private static final int THREADS = 8;

  @TempDir Path temp;
  private Rig rig;
  private ExecutorService threads;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
    threads = Executors.newFixedThreadPool(THREADS);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    rig.close();
  }

  /** One act per thread, begun at the same moment. */
  private <T> List<T> together(List<Callable<T>> acts) throws Exception {
    CyclicBarrier start = new CyclicBarrier(acts.size());
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> act : acts) {
      futures.add(
          threads.submit(
              () -> {
                start.await();
                return act.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  @Test
  void sign_sameIdAndNumberAtOnce_isSignedOnce() throws Exception {
    Bloque block = rig.block("E1", "s1", 10);
    List<Callable<Client.Response>> acts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      acts.add(() -> rig.sign("pedido", Rig.request("E1", block, 0)));
    }

    List<Client.Response> answers = together(acts);

    Set<DocumentoFirmado> documents = new HashSet<>();
    answers.forEach(answer -> documents.add(answer.as(DocumentoFirmado.class)));
    assertThat(documents).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(rig.query("SELECT numero FROM firma")).hasSize(1);
  }

  @Test
  void sign_sameIdFromStationsAtOnce_isClaimedByOne() throws Exception {
    List<Callable<Client.Response>> acts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String station = "E" + i;
      Bloque block = rig.block(station, "s1", 2);
      acts.add(() -> rig.sign("pedido", Rig.request(station, block, 0)));
    }

    List<Client.Response> answers = together(acts);

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(THREADS - 1)
        .allMatch(answer -> answer.codigo().equals("EN_OTRA_ESTACION"));
    assertThat(rig.query("SELECT nro FROM numero WHERE estado = 'SIN_CONFIRMAR'")).hasSize(1);
  }

  @Test
  void lease_sameAndOtherRequestsAtOnce_neverShareNumbers() throws Exception {
    List<Callable<Bloque>> acts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String request = "s" + i / 2;
      acts.add(() -> rig.lease("E1", "v", TipoCfe.E_TICKET, request, 50).as(Bloque.class));
    }

    Set<Bloque> blocks = new HashSet<>(together(acts));

    assertThat(blocks).hasSize(THREADS / 2);
    assertThat(rig.query("SELECT nro FROM numero")).hasSize(50 * THREADS / 2);
  }
}
