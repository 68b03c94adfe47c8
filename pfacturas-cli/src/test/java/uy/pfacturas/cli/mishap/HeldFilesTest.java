package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others are at: the station waits, says so, and ends well. */
class HeldFilesTest {
  /** Over the time after which people are told of a file that cannot be written or moved. */
  private static final Duration LONG = Duration.ofSeconds(11);

  @TempDir private static Path folder;
  private static Cloud cloud;
  private static Shop shop;
  private static Till till;

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

  @Test
  void run_fileBeingWrittenForHalfAMinute_isTakenOnceWhenWhole() throws IOException {
    String whole = Sale.cash("LENTA-1");
    int part = whole.length() / 4;
    Path file = till.entrada().resolve("lenta.txt");
    for (int from = 0; from < 3 * part; from += part) {
      append(file, whole.substring(from, from + part));
      awaitStatus("lenta.txt: El archivo no muestra su fin");
      shop.pass(Duration.ofSeconds(10));
    }
    till.put("otra.txt", Sale.cash("OTRA-1"));
    till.await("otra", "ENTREGADO");
    assertThat(till.find("lenta")).isEmpty();

    append(file, whole.substring(3 * part));
    Told told = till.await("lenta", "ENTREGADO");
    assertThat(cloud.numbers("LENTA-1")).containsExactly(told.numero() + " FIRME");
    till.awaitIn("procesados", whole.getBytes(UTF_8));
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void awaitStatus(String text) {
    var unused =
        Deadline.await(
            () -> Optional.of(shop.command("status")).filter(said -> said.contains(text)),
            () -> shop.command("status"));
  }

  /** On Windows a file that a program has open cannot be replaced; here a folder stands for it. */
  @Test
  void run_statusFileHeldByTheErp_isWrittenWhenItIsFree() throws IOException {
    Path held = shop.mailbox().resolve("salida/tomada.estado.json");
    Path reader = Files.createDirectories(held).resolve("lector");
    Files.writeString(reader, "");
    till.put("tomada.txt", Sale.cash("TOMADA-1"));
    till.put("libre.txt", Sale.cash("LIBRE-1"));

    till.await("libre", "ENTREGADO");
    Deadline.await(
        () -> till.findById("TOMADA-1").filter(told -> told.estado().equals("ENTREGADO")),
        shop::said);
    shop.pass(LONG);
    shop.awaitSaid("ATENCIÓN: No se puede mover ni reemplazar " + held);
    assertThat(shop.said()).contains("Cierre el programa que lo tiene abierto");
    awaitStatus("Aviso: No se puede mover ni reemplazar " + held);

    Files.delete(reader);
    Files.delete(held);
    shop.pass(LONG);
    Told told = till.await("tomada", "ENTREGADO");
    assertThat(cloud.numbers("TOMADA-1")).containsExactly(told.numero() + " FIRME");
    shop.awaitSaid("Resuelto: el buzón se puede usar.");
  }

  @Test
  void run_mailboxOutOfReach_isSaidAndServedWhenItIsBack() throws IOException {
    Path entrada = till.entrada();
    Path away = entrada.resolveSibling("fuera");
    Files.move(entrada, away);
    Files.delete(Files.createFile(away.resolve(".nada.tmp")));
    shop.awaitSaid("ATENCIÓN: No se puede leer " + entrada + " (no existe).");
    assertThat(shop.said()).contains("que la red esté conectada");

    Files.move(away, entrada);
    till.put("vuelta.txt", Sale.cash("VUELTA-1"));
    till.await("vuelta", "ENTREGADO");
    shop.awaitSaid("Resuelto: el buzón se puede usar.");
  }
}
