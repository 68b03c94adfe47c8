package uy.pfacturas.cloud.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.json.Json;

@Timeout(30)
class ControlTest {
  @TempDir Path folder;

  /** Gives its arguments back, or does what the order says. */
  private static JsonNode echo(String orden, JsonNode argumentos, Consumer<JsonNode> avance) {
    switch (orden) {
      case "cuenta" -> {
        for (int n = 1; n <= argumentos.path("hasta").asInt(); n++) {
          avance.accept(Json.MAPPER.createObjectNode().put("va", n));
        }
      }
      case "negada" -> throw new ControlException("X-1", "no \"así\"\n ñ");
      case "rota" -> throw new IllegalStateException("secret");
      default -> {}
    }
    return Json.MAPPER.createObjectNode().put("orden", orden).set("argumentos", argumentos);
  }

  private ControlServer start() {
    return ControlServer.start(folder, ControlTest::echo);
  }

  private ControlClient client() {
    return ControlClient.find(folder).orElseThrow();
  }

  private static void noProgress(String line) {
    throw new AssertionError(line);
  }

  @Test
  void ask_order_isAnswered() {
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      assertThat(client().ask("rut", "{\"rut\":\"21 ñ\\n\"}", ControlTest::noProgress))
          .isEqualTo("{\"orden\":\"rut\",\"argumentos\":{\"rut\":\"21 ñ\\n\"}}");
      assertThat(client().ask("estado", "{}", ControlTest::noProgress)).contains("estado");
    }
  }

  @Test
  void ask_longOrder_tellsItsProgressInOrder() {
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      List<String> progress = new ArrayList<>();
      client().ask("cuenta", "{\"hasta\":3}", progress::add);

      assertThat(progress).containsExactly("{\"va\":1}", "{\"va\":2}", "{\"va\":3}");
    }
  }

  @Test
  void ask_progress_comesBeforeTheEnd() throws Exception {
    SynchronousQueue<String> seen = new SynchronousQueue<>();
    ControlHandler waits =
        (orden, argumentos, avance) -> {
          avance.accept(TextNode.valueOf("uno"));
          try {
            return TextNode.valueOf(seen.take());
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    try (ControlServer server = ControlServer.start(folder, waits)) {
      assertThat(server).isNotNull();
      String answer =
          client()
              .ask(
                  "x",
                  "{}",
                  line -> {
                    try {
                      seen.put(line);
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });

      assertThat(answer).isEqualTo("\"\\\"uno\\\"\"");
    }
  }

  @Test
  void ask_refused_givesCodeAndSentence() {
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      assertThatThrownBy(() -> client().ask("negada", "{}", ControlTest::noProgress))
          .isInstanceOfSatisfying(
              ControlException.class, e -> assertThat(e.codigo()).isEqualTo("X-1"))
          .hasMessage("no \"así\"\n ñ");
    }
  }

  @Test
  void ask_handlerFails_saysSoWithoutItsSecrets() {
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      assertThatThrownBy(() -> client().ask("rota", "{}", ControlTest::noProgress))
          .isInstanceOfSatisfying(
              ControlException.class, e -> assertThat(e.codigo()).isEqualTo("CTL-04"))
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void ask_argumentsAreNoObject_isNotAccepted() {
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      for (String bad : List.of("1", "{", "\"x\"", "{}}")) {
        assertThatThrownBy(() -> client().ask("x", bad, ControlTest::noProgress))
            .isInstanceOfSatisfying(
                ControlException.class, e -> assertThat(e.codigo()).isEqualTo("CTL-03"));
      }
    }
  }

  @Test
  void start_file_isForThisUserAloneAndGoesAtTheEnd() throws IOException {
    Path file = folder.resolve("control.txt");
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(ControlFile.find(folder).orElseThrow().toString())
          .doesNotContain(ControlFile.find(folder).orElseThrow().token());
    }
    assertThat(file).doesNotExist();
    assertThat(ControlClient.find(folder)).isEmpty();
  }

  @Test
  void request_withoutTheToken_isRefused() throws IOException {
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      int port = ControlFile.find(folder).orElseThrow().port();
      for (String token : List.of("", "Bearer", "Bearer " + "0".repeat(64))) {
        HttpURLConnection http =
            (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/v1/orden").toURL().openConnection();
        http.setRequestProperty("Authorization", token);
        http.setDoOutput(true);
        http.getOutputStream().write("{\"orden\":\"x\",\"argumentos\":{}}".getBytes(UTF_8));

        assertThat(http.getResponseCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void find_leftByADeadProcess_isEmpty() throws Exception {
    int freed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      freed = socket.getLocalPort();
    }
    new ControlFile(freed, "0".repeat(64), ProcessHandle.current().pid()).write(folder);
    assertThat(ControlClient.find(folder)).as("nobody listens").isEmpty();

    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    try (ServerSocket another = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new ControlFile(another.getLocalPort(), "0".repeat(64), dead.pid()).write(folder);
      assertThat(ControlClient.find(folder)).as("another program has the port").isEmpty();
    }

    Files.writeString(folder.resolve("control.txt"), "puerto=1\n");
    assertThat(ControlClient.find(folder)).as("cut in half").isEmpty();
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      assertThat(client().ask("x", "{}", ControlTest::noProgress)).isNotEmpty();
    }
  }

  @Test
  void ask_synchronizerDiesMidway_isUnknown() throws Exception {
    try (ServerSocket dying = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new ControlFile(dying.getLocalPort(), "0".repeat(64), ProcessHandle.current().pid())
          .write(folder);
      Thread server =
          new Thread(
              () -> {
                try {
                  dying.accept().close(); // find
                  try (Socket socket = dying.accept()) {
                    assertThat(socket.getInputStream().read()).isEqualTo('P');
                    socket
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n\r\n{\"avance\":1}\n{\"resp".getBytes(UTF_8));
                  }
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      server.start();
      List<String> progress = new ArrayList<>();
      ControlClient client = client();

      assertThatThrownBy(() -> client.ask("x", "{}", progress::add))
          .isInstanceOfSatisfying(
              ControlException.class, e -> assertThat(e.codigo()).isEqualTo("CTL-02"))
          .hasMessageContaining("puede haberse hecho o no");
      assertThat(progress).isSubsetOf("1");
      server.join();
    }
  }

  @Test
  void close_orderInWork_isFinishedFirst() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ControlServer server =
        ControlServer.start(
            folder,
            (orden, argumentos, avance) -> {
              begun.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return TextNode.valueOf("hecho");
            });
    ControlClient client = client();
    List<String> answers = new ArrayList<>();
    Thread asking = new Thread(() -> answers.add(client.ask("x", "{}", ControlTest::noProgress)));
    asking.start();
    begun.await();
    Thread closing = new Thread(server::close);
    closing.start();
    go.countDown();
    closing.join();
    asking.join();

    assertThat(answers).containsExactly("\"hecho\"");
  }

  @Test
  void ask_nameThatIsNoWord_isASlip() {
    try (ControlServer server = start()) {
      assertThat(server).isNotNull();
      assertThatThrownBy(() -> client().ask("x\"", "{}", ControlTest::noProgress))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fault_each_isSaidInBothLanguages(ControlFault code) {
    Fault fault = Fault.of(code, "", "", "UNO");

    assertThat(FaultText.of(Locale.ROOT).sentence(fault))
        .isNotBlank()
        .isNotEqualTo(FaultText.of(Locale.ENGLISH).sentence(fault));
    assertThat(FaultText.of(Locale.ROOT).remedy(fault))
        .isNotEqualTo(FaultText.of(Locale.ENGLISH).remedy(fault));
  }
}
