package uy.pfacturas.cli.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.cli.wiring.Installation;

/** What waits says so, and ends well: one number for each document, whatever the line did. */
@Timeout(120)
class UglyCloudTest {
  @TempDir private static Path folder;
  private static Site site;
  private static Installation station;

  @BeforeAll
  static void open() {
    site = new Site(folder);
    station = site.start();
    site.put("primero.txt", Site.good("PRIMERO"));
    site.await("primero", "ENTREGADO");
  }

  @AfterAll
  static void close() {
    station.close();
    site.close();
  }

  @ParameterizedTest
  @EnumSource(value = Wire.Answer.class, mode = EnumSource.Mode.EXCLUDE, names = "WHOLE")
  void answer_isNotOne_documentWaitsSaysSoAndEndsWithOneNumber(Wire.Answer answer) {
    int before = site.status("primero").path("Nro").asInt();
    String id = "F-" + answer;
    site.wire().answer(answer);
    site.put(id + ".txt", Site.good(id));
    JsonNode waiting = site.await(id, "DESCONOCIDO");
    assertThat(waiting.path("Mensaje").asText()).isNotEmpty();
    assertThat(waiting.path("QueHacer").asText()).isNotEmpty();
    site.until("asked again", () -> site.wire().spoilt() >= 2);
    site.wire().answer(Wire.Answer.WHOLE);
    int number = site.await(id, "ENTREGADO").path("Nro").asInt();
    assertThat(number).isGreaterThan(before);
    site.put(id + "-despues.txt", Site.good(id + "-despues"));
    assertThat(site.await(id + "-despues", "ENTREGADO").path("Nro").asInt()).isEqualTo(number + 1);
    assertThat(station.synchronizer().status().sinUso()).isZero();
  }

  @Test
  void file_stillBeingWritten_isTakenWhenItIsWhole() throws IOException {
    byte[] text = Site.good("LENTO").getBytes(StandardCharsets.UTF_8);
    try (OutputStream slow = Files.newOutputStream(site.mailbox().resolve("entrada/lento.txt"))) {
      for (int at = 0; at < text.length; at += 10) {
        slow.write(text, at, Math.min(10, text.length - at));
        slow.flush();
        // Another document goes its whole way between two parts of this one.
        String id = "ENTRE" + at;
        site.put(id + ".txt", Site.good(id));
        site.await(id, "ENTREGADO");
        boolean hasItsEnd = at + 10 >= text.length - 2;
        assertThat(hasItsEnd || !site.status("lento").path("Estado").asText().equals("ENTREGADO"))
            .isTrue();
      }
    }
    assertThat(site.await("lento", "ENTREGADO").path("Id").asText()).isEqualTo("LENTO");
  }

  @Test
  void statusFile_cannotBeReplaced_isWrittenOnceItCan() throws IOException {
    // A folder in its place stands for a file that Windows does not let go.
    Path held = Files.createDirectories(site.mailbox().resolve("salida/tenido.estado.json/x"));
    site.put("tenido.txt", Site.good("TENIDO"));
    site.put("libre.txt", Site.good("LIBRE"));
    site.await("libre", "ENTREGADO");
    Files.delete(held);
    Files.delete(held.getParent());
    assertThat(site.await("tenido", "ENTREGADO").path("Id").asText()).isEqualTo("TENIDO");
  }
}
