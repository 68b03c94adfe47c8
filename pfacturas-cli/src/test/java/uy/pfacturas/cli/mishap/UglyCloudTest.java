package uy.pfacturas.cli.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.cli.mishap.Network.Mood;

/** A cloud that does not answer as it should: the station waits, says so, and ends well. */
class UglyCloudTest {
  @TempDir private static Path folder;
  private static Cloud cloud;
  private static Network network;
  private static Shop shop;
  private static Till till;

  @BeforeAll
  static void open() {
    cloud = Cloud.ordinary(folder.resolve("nube"));
    network = new Network(cloud.address());
    shop = new Shop(folder.resolve("comercio"));
    shop.configured(network.address(), cloud.key()).run();
    till = shop.till();
    till.put("primera.txt", Sale.cash("PRIMERA"));
    till.await("primera", "ENTREGADO");
  }

  @AfterAll
  static void close() {
    shop.close();
    network.close();
    cloud.close();
  }

  /** The cloud gave one number to this id, and it is this one. */
  private static void assertOneNumber(String id, Told told) {
    assertThat(cloud.numbers(id)).containsExactly(told.numero() + " FIRME");
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"WELL", "UNAUTHORIZED"},
      mode = EnumSource.Mode.EXCLUDE)
  void run_badAnswers_oneNumberIsSignedAndDelivered(Mood mood) {
    String id = "V-" + mood;
    network.is(mood, "/documentos/");
    till.put(id + ".txt", Sale.cash(id));
    Told waiting = till.await(id, "DESCONOCIDO");
    assertThat(waiting.codigo()).isEqualTo("SIN_RESPUESTA");
    assertThat(waiting.mensaje()).startsWith("L").contains("nube", "Todavía no se sabe");
    assertThat(waiting.queHacer()).contains("no lo emita de nuevo");

    network.is(mood, "/entrega");
    assertThat(till.await(id, "FIRMADO").numero()).isEqualTo(waiting.numero());

    network.is(Mood.WELL);
    Told delivered = till.await(id, "ENTREGADO");
    assertThat(delivered.numero()).isEqualTo(waiting.numero());
    assertOneNumber(id, delivered);
  }

  @Test
  void run_cloudFailsForLong_isSaidOnceOnTheConsole() {
    network.is(Mood.SERVER_ERROR);
    till.put("larga.txt", Sale.cash("LARGA"));
    till.await("larga", told -> told.codigo().equals("SIN_RESPUESTA"));
    shop.pass(Duration.ofSeconds(30));
    String problem = "ATENCIÓN: La nube pide esperar (HTTP 500).";
    shop.awaitSaid(problem);
    assertThat(shop.said()).contains("si dura, avise a quien administra la nube");
    shop.pass(Duration.ofSeconds(30));

    network.is(Mood.WELL);
    shop.awaitSaid("Resuelto: la nube contesta.");
    assertOneNumber("LARGA", till.await("larga", "ENTREGADO"));
    assertThat(shop.said().split(java.util.regex.Pattern.quote(problem), -1)).hasSize(2);
  }

  @Test
  void run_firstQuestionsOfAllGoWrong_endsWell() {
    try (Network bad = new Network(cloud.address());
        Shop other = new Shop(folder.resolve("otro"))) {
      bad.is(Mood.GARBAGE, "/empresa");
      other.configured(bad.address(), cloud.key()).named("CAJA2").run();
      other.till().put("nueva.txt", Sale.cash("NUEVA"));
      bad.awaitMet();
      assertThat(other.till().find("nueva")).isEmpty();

      bad.is(Mood.NOTHING, "/salud");
      bad.awaitMet();
      bad.is(Mood.HALF, "/bloques/");
      bad.awaitMet();
      bad.is(Mood.SERVER_ERROR, "/bloques/");
      Told told = other.till().await("nueva", t -> t.mensaje().contains("HTTP 500"));
      assertThat(told.estado()).isEqualTo("RECIBIDO");
      assertThat(told.codigo()).isEqualTo("ESPERA_NUMERO");
      assertThat(told.mensaje()).contains("espera su número");

      bad.is(Mood.WELL);
      assertThat(other.till().await("nueva", "ENTREGADO").numero()).isNotEmpty();
      assertThat(cloud.numbers("NUEVA")).hasSize(1);
    }
  }
}
