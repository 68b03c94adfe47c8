package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.proof.Program;

/** Garbage in quantity, given to a station that has little memory. */
class SmallHeapTest {
  private static final List<String> SMALL =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final int MOST_READ = 4 << 20;
  private static final int OF_EACH = 2;

  @TempDir private Path folder;

  @Test
  void run_hundredMegabytesOfGarbage_refusesEachFileAndLives() throws Exception {
    try (Cloud cloud = Cloud.ordinary(folder.resolve("nube"))) {
      Shop shop = new Shop(folder.resolve("comercio"));
      shop.configured(cloud.address(), cloud.key());
      Path console = folder.resolve("consola.txt");
      String config = shop.config().toString();
      try (Program run = new Program(console, Program.java(SMALL), "run", "--config", config)) {
        run.start();
        Deadline.awaitText(console, "Listo.");
        refusesOneOfHundredMegabytes(shop.till());
        refusesManyThatAreJustRead(shop.till());
        assertThat(run.endsWithin(0)).as(Files.readString(console)).isFalse();
      }
      assertThat(Files.readString(console)).doesNotContain("OutOfMemoryError");
    }
  }

  private static void refusesOneOfHundredMegabytes(Till till) throws IOException {
    byte[] garbage = new byte[100 << 20];
    Arrays.fill(garbage, (byte) 'x');
    till.put("basura.txt", garbage);
    till.put("venta1.txt", Sale.cash("V-1"));

    Told told = till.await("basura", "RECHAZADO");
    assertThat(told.codigo()).isEqualTo("BUZ-05");
    assertThat(told.mensaje()).contains("104857600 bytes");
    assertThat(told.queHacer()).contains("una factura por archivo");
    till.await("venta1", "ENTREGADO");
    till.awaitIn("rechazados", garbage);
  }

  /** As many at the same time as there are threads, and more: together they have no room. */
  private static void refusesManyThatAreJustRead(Till till) {
    Map<String, String> garbage = new TreeMap<>();
    for (int n = 1; n <= OF_EACH; n++) {
      String other = " ".repeat(n);
      garbage.put("texto" + n + ".txt", filled("[Item]\nNomItem=a\n") + other);
      garbage.put("claves" + n + ".txt", filled("=\n") + other);
      garbage.put("objetos" + n + ".json", "{\"Item\":[" + filled("{},") + "{}]}" + other);
      garbage.put("elementos" + n + ".xml", "<Pedido>" + filled("<a/>") + "</Pedido>" + other);
    }
    garbage.forEach(till::put);
    till.put("venta2.txt", Sale.cash("V-2"));

    garbage.forEach(
        (name, content) -> {
          Told told = till.await(name.substring(0, name.indexOf('.')), "RECHAZADO");
          assertThat(told.codigo()).as(name).contains("COD-04");
          till.awaitIn("rechazados", content.getBytes(UTF_8));
        });
    till.await("venta2", "ENTREGADO");
  }

  private static String filled(String part) {
    return part.repeat(MOST_READ / part.length() - 10);
  }
}
