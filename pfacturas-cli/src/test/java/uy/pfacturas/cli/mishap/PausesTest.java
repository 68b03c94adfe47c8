package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.mishap.Network.Mood;
import uy.pfacturas.core.testing.Documents;

/** What keeps the program from its work: it says why and what to do, and goes on when it can. */
class PausesTest {
  private static final int SALES = 5;

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

  private static int times(String said, String text) {
    return said.split(Pattern.quote(text), -1).length - 1;
  }

  private static void assertOneNumber(String id, Told told) {
    assertThat(cloud.numbers(id)).containsExactly(told.numero() + " FIRME");
  }

  @Test
  void run_diskFull_isSaidOnceAndTheWorkGoesOn() {
    try (SmallDisk disk = SmallDisk.at(folder.resolve("disco"));
        Shop shop = new Shop(disk.place().resolve("comercio"))) {
      shop.configured(cloud.address(), cloud.key()).named("LLENO").run();
      Till till = shop.till();
      till.put("antes.txt", Sale.cash("ANTES-LLENO"));
      till.await("antes", Told::impreso);
      for (int n = 1; n <= SALES; n++) {
        till.write("." + n + ".tmp", Sale.cash("LLENO-" + n));
      }
      disk.fill();
      for (int n = 1; n <= SALES; n++) {
        till.rename("." + n + ".tmp", "lleno" + n + ".txt");
      }
      shop.awaitSaid("ATENCIÓN: El almacén " + disk.place());
      assertThat(shop.said()).contains("el disco está lleno. Libere espacio");
      assertThat(shop.command("status")).contains("En pausa: El almacén");

      disk.empty();
      for (int n = 1; n <= SALES; n++) {
        assertOneNumber("LLENO-" + n, till.await("lleno" + n, "ENTREGADO"));
        till.awaitIn("procesados", Sale.cash("LLENO-" + n).getBytes(UTF_8));
      }
      shop.awaitSaid("Resuelto: el disco se puede escribir. El trabajo sigue.");
      assertThat(times(shop.said(), "ATENCIÓN: El almacén")).isEqualTo(1);
      assertThat(shop.log()).contains("el disco está lleno");
    }
  }

  @Test
  void run_diskOfTheSecondCopyFull_isSaidAndInvoicesGoOn() {
    try (SmallDisk disk = SmallDisk.at(folder.resolve("otrodisco"));
        Shop shop = new Shop(folder.resolve("copia"))) {
      shop.configured(cloud.address(), cloud.key()).named("COPIA");
      shop.edited("\"copia\"", "\"" + disk.place().resolve("copia") + "\"").run();
      Till till = shop.till();
      disk.fill();
      till.put("sigue.txt", Sale.cash("SIGUE-COPIA"));
      assertOneNumber("SIGUE-COPIA", till.await("sigue", "ENTREGADO"));
      shop.pass(Duration.ofSeconds(5));
      shop.awaitSaid("ATENCIÓN: La segunda copia no se puede escribir en " + disk.place());
      assertThat(shop.said()).contains("Las facturas siguen; revise ese disco ya.");

      disk.empty();
      till.put("despues.txt", Sale.cash("DESPUES-COPIA"));
      till.await("despues", "ENTREGADO");
      shop.pass(Duration.ofSeconds(5));
      shop.awaitSaid("Resuelto: la segunda copia se escribe.");
    }
  }

  @Test
  void run_folderOfAnswersTurnsReadOnly_isSaidAndAnsweredLater() {
    try (Shop shop = new Shop(folder.resolve("mudo"))) {
      shop.configured(cloud.address(), cloud.key()).named("MUDO").run();
      Till till = shop.till();
      Path salida = shop.mailbox().resolve("salida");
      Assumptions.assumeTrue(
          SmallDisk.isMadeReadOnly(salida), "skipped: no folder can be mounted here");
      try {
        till.put("muda.txt", Sale.cash("MUDA"));
        till.awaitIn("procesados", Sale.cash("MUDA").getBytes(UTF_8));
        shop.pass(Duration.ofSeconds(11));
        shop.awaitSaid("ATENCIÓN: No se puede escribir en " + salida);
        assertThat(shop.said()).contains("Dé permiso de escritura", "sólo lectura");
      } finally {
        assertThat(SmallDisk.isMadeWritable(salida)).isTrue();
      }
      shop.pass(Duration.ofSeconds(11));
      assertOneNumber("MUDA", till.await("muda", "ENTREGADO"));
      shop.awaitSaid("Resuelto: el buzón se puede usar.");
    }
  }

  @Test
  void run_companyDataMissing_isSaidOnceAndGoesOnWhenTheyAreThere() {
    cloud.forgetCompany();
    try (Shop shop = new Shop(folder.resolve("sinempresa"))) {
      shop.configured(cloud.address(), cloud.key()).named("SINEMPRESA").run();
      shop.till().put("espera.txt", Sale.cash("ESPERA-EMPRESA"));
      shop.awaitSaid("ATENCIÓN: Faltan los datos de la empresa " + Documents.RUC);
      assertThat(shop.said()).contains("Dé de alta la empresa en la nube");
      assertThat(shop.command("status")).contains("En pausa: Faltan los datos");
      assertThat(shop.till().find("espera")).isEmpty();

      cloud.rememberCompany();
      assertOneNumber("ESPERA-EMPRESA", shop.till().await("espera", "ENTREGADO"));
      assertThat(times(shop.said(), "ATENCIÓN")).isEqualTo(1);
      assertThat(shop.said()).contains("Resuelto: están los datos de la empresa.");
    } finally {
      cloud.rememberCompany();
    }
  }

  @Test
  void run_wrongKey_isSaidAndTheRightOneGoesOn() {
    try (Shop shop = new Shop(folder.resolve("clave"))) {
      shop.configured(cloud.address(), "pf_clave_equivocada").named("CLAVE").run();
      shop.till().put("espera.txt", Sale.cash("ESPERA-CLAVE"));
      shop.awaitSaid("ATENCIÓN: La nube no acepta la clave (HTTP 401).");
      assertThat(shop.said())
          .contains("Ponga la clave correcta de la empresa en la configuración y reinicie")
          .doesNotContain("equivocada");
      assertThat(shop.command("status")).contains("En pausa: La nube no acepta la clave");
      shop.stop();

      shop.configured(cloud.address(), cloud.key()).named("CLAVE").run();
      assertOneNumber("ESPERA-CLAVE", shop.till().await("espera", "ENTREGADO"));
      assertThat(shop.said()).doesNotContain("ATENCIÓN");
    }
  }

  @Test
  void run_keyRefusedForAWhile_goesOnByItself() {
    try (Network network = new Network(cloud.address());
        Shop shop = new Shop(folder.resolve("unrato"))) {
      shop.configured(network.address(), cloud.key()).named("UNRATO").run();
      Till till = shop.till();
      till.put("antes.txt", Sale.cash("ANTES-UNRATO"));
      till.await("antes", "ENTREGADO");

      network.is(Mood.UNAUTHORIZED);
      till.put("espera.txt", Sale.cash("ESPERA-UNRATO"));
      Told told = till.await("espera", "DESCONOCIDO");
      assertThat(told.mensaje()).startsWith("La nube no acepta la clave (HTTP 401).");
      shop.awaitSaid("ATENCIÓN: La nube no acepta la clave (HTTP 401).");

      network.is(Mood.WELL);
      assertOneNumber("ESPERA-UNRATO", till.await("espera", "ENTREGADO"));
      shop.awaitSaid("Resuelto: la nube acepta la clave. El trabajo sigue.");
    }
  }
}
