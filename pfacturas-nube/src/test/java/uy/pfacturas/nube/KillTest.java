package uy.pfacturas.nube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.DemoFolder;
import uy.pfacturas.nube.testing.NubeProcess;
import uy.pfacturas.nube.testing.Rig;

/**
 * Kills the cloud at random moments while stations lease, sign and deliver, and starts it again:
 * what was answered once is answered again, no number is given twice, none is lost.
 */
class KillTest {
  private static final int STATIONS = 4;
  private static final int BLOCK = 7;

  @TempDir Path temp;
  private final Random random = new Random(20261124);

  /** The cloud that lives now; stations wait here for the next one. */
  private static final class Line {
    private NubeProcess process;
    private int life;
    private int answers;
    private boolean ending;

    Line(NubeProcess process) {
      this.process = process;
    }

    synchronized void renew(NubeProcess next) {
      process = next;
      life++;
      notifyAll();
    }

    synchronized void awaitAnswers(int more) throws InterruptedException {
      int target = answers + more;
      while (answers < target) {
        wait();
      }
    }

    synchronized void end() {
      ending = true;
    }

    synchronized boolean isEnding() {
      return ending;
    }

    synchronized void answered() {
      answers++;
      notifyAll();
    }

    synchronized int life() {
      return life;
    }

    synchronized Client client() {
      return new Client(process.address(), DemoFolder.template().apiKey().reveal());
    }

    synchronized void awaitAfter(int gone) throws InterruptedException {
      while (life == gone) {
        wait();
      }
    }
  }

  /** One station: repeats every message until it is answered. */
  private static final class Station {
    private final String name;
    private final Line line;
    private int clientLife = -1;
    private Client client;
    private final List<Bloque> blocks = new ArrayList<>();
    private final Map<String, DocumentoFirmado> signed = new HashMap<>();
    private int repeated;

    Station(String name, Line line) {
      this.name = name;
      this.line = line;
      this.client = line.client();
    }

    Station work() throws InterruptedException {
      for (int n = 0; !line.isEnding(); n++) {
        if (n % BLOCK == 0) {
          String request = "s" + blocks.size();
          blocks.add(
              ask(c ->
                      c.put(
                          Rig.EMISOR + "/estaciones/" + name + "/bloques/101/" + request,
                          new SolicitudBloque("vida-1", 1, BLOCK)))
                  .as(Bloque.class));
        }
        document(name + "/" + n, blocks.get(blocks.size() - 1), n % BLOCK);
      }
      return this;
    }

    private void document(String id, Bloque block, int n) throws InterruptedException {
      DocumentoFirmado document =
          ask(c ->
                  c.put(
                      Rig.EMISOR + "/documentos/" + Client.segment(id),
                      Rig.request(name, block, n)))
              .as(DocumentoFirmado.class);
      signed.put(id, document);
      Numero numero = document.numero();
      AcuseEntrega acuse =
          ask(c ->
                  c.put(
                      Rig.EMISOR
                          + "/numeros/101/"
                          + numero.serie()
                          + "/"
                          + numero.nro()
                          + "/entrega",
                      Rig.delivery(document)))
              .as(AcuseEntrega.class);
      assertThat(acuse.estado()).isEqualTo(EstadoNumero.FIRME);
    }

    private Client.Response ask(Function<Client, Client.Response> message)
        throws InterruptedException {
      while (true) {
        int life = line.life();
        if (life != clientLife) {
          client = line.client();
          clientLife = life;
        }
        try {
          Client.Response response = message.apply(client);
          if (response.status() < 500) {
            assertThat(response.status()).as(response.text()).isBetween(200, 201);
            line.answered();
            return response;
          }
        } catch (UncheckedIOException e) {
          repeated++;
          line.awaitAfter(life);
        }
      }
    }
  }

  @Test
  @Timeout(120)
  void kill_atRandomMoments_losesNothingAndGivesNothingTwice() throws Exception {
    kill(4);
  }

  @Test
  @Tag("soak")
  void kill_oftenAtRandomMoments_losesNothingAndGivesNothingTwice() throws Exception {
    kill(50);
  }

  private void kill(int times) throws Exception {
    Path folder = temp.resolve("nube");
    DemoFolder.copyTo(folder);
    NubeProcess process = NubeProcess.start(folder);
    Line line = new Line(process);
    ExecutorService threads = Executors.newFixedThreadPool(STATIONS);
    try {
      List<Future<Station>> working = new ArrayList<>();
      for (int i = 0; i < STATIONS; i++) {
        Station station = new Station("E" + i, line);
        working.add(threads.submit(station::work));
      }
      for (int i = 0; i < times; i++) {
        line.awaitAnswers(20 + random.nextInt(80));
        process.kill();
        process = NubeProcess.start(folder);
        line.renew(process);
      }
      line.awaitAnswers(20);
      line.end();
      List<Station> stations = new ArrayList<>();
      for (Future<Station> station : working) {
        stations.add(station.get());
      }
      process.kill();
      check(folder, stations);
    } finally {
      process.kill();
      threads.shutdownNow();
    }
  }

  private static void check(Path folder, List<Station> stations) {
    assertThat(stations).anyMatch(station -> station.repeated > 0);
    Set<Integer> leased = new HashSet<>();
    int sizes = 0;
    NubeProcess last = NubeProcess.start(folder);
    try {
      Client client = new Client(last.address(), DemoFolder.template().apiKey().reveal());
      Set<Numero> numbers = new HashSet<>();
      int documents = 0;
      for (Station station : stations) {
        for (Bloque block : station.blocks) {
          sizes += block.rango().hasta() - block.rango().desde() + 1;
          for (int n = block.rango().desde(); n <= block.rango().hasta(); n++) {
            leased.add(n);
          }
        }
        for (Map.Entry<String, DocumentoFirmado> entry : station.signed.entrySet()) {
          documents++;
          DocumentoFirmado now =
              client
                  .get(Rig.EMISOR + "/documentos/" + Client.segment(entry.getKey()) + "?xml=true")
                  .as(DocumentoFirmado.class);
          assertThat(now.estado()).isEqualTo(EstadoNumero.FIRME);
          assertThat(now.xml()).isEqualTo(entry.getValue().xml());
          numbers.add(now.numero());
        }
      }
      assertThat(numbers).hasSize(documents);
      assertThat(leased).hasSize(sizes);
      // No number between was skipped: the next block begins where the last one ended.
      Bloque next =
          client
              .put(
                  Rig.EMISOR + "/estaciones/otra/bloques/101/s",
                  new SolicitudBloque("vida-1", 1, 1))
              .as(Bloque.class);
      assertThat(next.rango().desde()).isEqualTo(sizes + 1);
    } finally {
      last.kill();
    }
  }
}
