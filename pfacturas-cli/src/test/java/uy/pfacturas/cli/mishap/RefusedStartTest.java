package uy.pfacturas.cli.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.proof.Program;

/** Starts that the program refuses, with the reason and what to do, and that go well then. */
class RefusedStartTest {
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  @TempDir private static Path folder;
  private static Cloud cloud;

  @BeforeAll
  static void open() {
    cloud = Cloud.ordinary(folder.resolve("nube"));
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  @Test
  void run_storeOfAnotherAmbiente_isRefusedAndLeftAsItIs() {
    try (Shop shop = new Shop(folder.resolve("ambiente"))) {
      shop.configured(cloud.address(), cloud.key()).named("CAJA3").run();
      shop.till().put("demo1.txt", Sale.cash("DEMO-1"));
      Told first = shop.till().await("demo1", "ENTREGADO");
      shop.stop();

      String refused =
          shop.configured("prueba", cloud.address(), cloud.key())
              .named("CAJA3")
              .command("run", "--once");
      assertThat(refused)
          .contains("El almacén es del ambiente demo y la configuración dice prueba.")
          .contains("use otra carpeta de datos");

      shop.configured(cloud.address(), cloud.key()).named("CAJA3").run();
      shop.till().put("demo2.txt", Sale.cash("DEMO-2"));
      assertThat(shop.till().await("demo2", "ENTREGADO").numero())
          .isNotEqualTo(first.numero())
          .startsWith("101-A-");
    }
  }

  @Test
  void run_mailboxThatCannotBeWritten_isRefusedAndServedOnceItCan() throws Exception {
    Stranger stranger = new Stranger(folder.resolve("programa"));
    Stranger.open(folder);
    Path place = folder.resolve("ajeno");
    Shop shop = new Shop(place);
    shop.configured(cloud.address(), cloud.key()).named("CAJA4");
    stranger.give(place);
    Path mailbox = Files.createDirectories(shop.mailbox());
    Path console = folder.resolve("ajeno.txt");
    String config = shop.config().toString();
    try (Program run = new Program(console, stranger.start(), "run", "--config", config)) {
      run.start();
      assertThat(run.endsWithin(60_000)).as("run ends by itself").isTrue();
      assertThat(Files.readString(console))
          .contains("No se puede escribir en " + mailbox)
          .contains("(BUZ-11)")
          .contains("Dé permiso de escritura sobre la carpeta al usuario que corre pFacturas");

      stranger.give(mailbox);
      run.start();
      Deadline.awaitText(console, "Listo.");
      shop.till().put("ahora.txt", Sale.cash("AHORA"));
      shop.till().await("ahora", "ENTREGADO");
    }
  }

  @Test
  void run_secondSynchronizerOnTheMailbox_isRefusedAndTheFirstGoesOn() throws Exception {
    try (Shop shop = new Shop(folder.resolve("primero"))) {
      shop.configured(cloud.address(), cloud.key()).run();
      Shop second = new Shop(folder.resolve("segundo"));
      second.configured(cloud.address(), cloud.key()).named("CAJA2");
      second.edited("\"buzon\"", "\"" + shop.mailbox() + "\"");
      Path console = folder.resolve("segundo.txt");
      String config = second.config().toString();
      try (Program run = new Program(console, Program.java(QUICK), "run", "--config", config)) {
        run.start();
        assertThat(run.endsWithin(60_000)).as("run ends by itself").isTrue();
      }
      assertThat(Files.readString(console))
          .contains("El buzón " + shop.mailbox() + " lo atiende otro sincronizador")
          .contains("pid " + ProcessHandle.current().pid())
          .contains("(BUZ-10)")
          .contains("Detenga el otro, o use otro buzón");

      shop.till().put("sigue.txt", Sale.cash("SIGUE"));
      shop.till().await("sigue", "ENTREGADO");
    }
  }
}
