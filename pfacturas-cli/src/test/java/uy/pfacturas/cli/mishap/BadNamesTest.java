package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with a hostile name: answered like any other, and nothing is written elsewhere. */
class BadNamesTest {
  @TempDir private static Path folder;
  private static Cloud cloud;
  private static Shop shop;
  private static Till till;
  private static int written;

  @BeforeAll
  static void open() {
    cloud = Cloud.ordinary(folder.resolve("nube"));
    shop = new Shop(folder.resolve("comercio"));
    shop.configured(cloud.address(), cloud.key()).run();
    till = shop.till();
  }

  @AfterAll
  static void close() {
    shop.close();
    cloud.close();
  }

  static List<String> names() {
    return List.of(
        "..txt",
        "..venta.txt",
        "..\\..\\venta.txt",
        "venta..txt",
        "una venta  con espacios .txt",
        "ñandú año über 日本.txt",
        "%2e%2e%2fventa.txt",
        "CON.txt",
        "v".repeat(251) + ".txt",
        "ñ".repeat(125) + "a.txt");
  }

  @ParameterizedTest
  @MethodSource("names")
  void run_goodFileWithThisName_isDelivered(String name) {
    String id = "BIEN-" + ++written;
    till.put(name, Sale.cash(id));
    assertThat(awaitTold(id, "ENTREGADO").numero()).startsWith("101-A-");
    till.awaitIn("procesados", Sale.cash(id).getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("names")
  void run_badFileWithThisName_isRefusedAndTheNextGoesOn(String name) {
    String id = "MAL-" + ++written;
    String bad = Sale.cash(id).replace("FmaPago=1\n", "");
    till.put(name, bad);
    till.put("buena" + written + ".txt", Sale.cash("BUENA-" + written));

    assertThat(awaitTold(id, "RECHAZADO").codigo()).isEqualTo("FMT-03");
    till.awaitIn("rechazados", bad.getBytes(UTF_8));
    assertThat(till.files("rechazados").stream().filter(BadNamesTest::isExplanation))
        .hasSameSizeAs(till.files("rechazados").stream().filter(f -> !isExplanation(f)).toList());
    till.await("buena" + written, "ENTREGADO");
  }

  private static boolean isExplanation(Path file) {
    return file.toString().endsWith(".error.txt");
  }

  /** Waits for this state in the status file of the id, and in one that is named after the file. */
  private static Told awaitTold(String id, String estado) {
    return Deadline.await(
        () ->
            till.findById(id)
                .filter(told -> told.estado().equals(estado))
                .filter(told -> till.told().stream().filter(told::equals).count() == 2),
        () -> id + " is told " + till.findById(id).orElse(null));
  }

  @AfterEach
  void nothingIsWrittenElsewhere() throws IOException {
    assertThat(entries(folder)).containsExactlyInAnyOrder("comercio", "nube");
    assertThat(entries(folder.resolve("comercio")))
        .containsExactlyInAnyOrder("buzon", "clave", "copia", "datos", "pfacturas.toml");
    assertThat(entries(shop.mailbox()))
        .containsExactlyInAnyOrder(
            ".lock", "entrada", "firmados", "proceso", "procesados", "rechazados", "salida");
    assertThat(Optional.ofNullable(folder.getParent()).map(p -> p.resolve("venta.txt")))
        .hasValueSatisfying(p -> assertThat(p).doesNotExist());
  }

  private static List<String> entries(Path of) throws IOException {
    try (Stream<Path> entries = Files.list(of)) {
      return entries.map(e -> String.valueOf(e.getFileName())).sorted().toList();
    }
  }
}
