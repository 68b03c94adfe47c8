package uy.pfacturas.cli.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.cli.testing.Calls.Result;
import uy.pfacturas.cli.wiring.Installation;

/** The program refuses or pauses, says why and what to do, and goes on when it can. */
@Timeout(120)
class RefusalTest {
  @TempDir private Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = new Site(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Result run(String... more) {
    String[] line = new String[3 + more.length];
    System.arraycopy(new String[] {"run", "--once", "--config"}, 0, line, 0, 3);
    System.arraycopy(more, 0, line, 3, more.length);
    return new Calls(folder, Site.CLOCK).with(Site.KEY, site.key()).call(line);
  }

  @Test
  void folderCannotBeWritten_pausesSaysSoAndGoesOn() throws IOException {
    try (Installation station = site.start()) {
      site.put("antes.txt", Site.good("ANTES"));
      site.await("antes", "ENTREGADO");
      // Files in the place of folders: rights do not bind every user who runs this test.
      Path firmados = site.mailbox().resolve("firmados");
      Path aside = Files.move(firmados, folder.resolve("aparte"));
      Files.writeString(firmados, "in the way");
      site.put("durante.txt", Site.good("DURANTE"));
      site.until("pause", () -> !site.pauses().isEmpty());
      assertThat(site.pauses().get(0)).contains("firmados");
      assertThat(station.synchronizer().status().pausa()).isPresent();
      site.put("despues.txt", Site.good("DESPUES"));
      assertThat(site.mailbox().resolve("entrada/despues.txt")).exists();
      Files.delete(firmados);
      Files.move(aside, firmados);
      int number = site.await("durante", "ENTREGADO").path("Nro").asInt();
      assertThat(site.await("despues", "ENTREGADO").path("Nro").asInt()).isEqualTo(number + 1);
      site.until("said", () -> site.pauses().size() == 2);
      assertThat(site.pauses().get(1)).isEmpty();
    }
  }

  @Test
  void folderOfTheMailbox_isNone_startIsRefused() throws IOException {
    Files.writeString(site.mailbox(), "in the way");
    Result result = run("pfacturas.toml");
    assertThat(result.code()).isNotZero();
    assertThat(result.err()).contains("buzon").doesNotContain("at uy.pfacturas");
  }

  @Test
  void secondSynchronizer_onTheSameFolder_isRefused() throws IOException {
    Path other = Files.createDirectories(folder.resolve("otra"));
    String config = Files.readString(site.config()).replace("\"datos\"", "\"otra/datos\"");
    Files.writeString(other.resolve("../otra.toml"), config.replace("\"copia\"", "\"otra/copia\""));
    try (Installation station = site.start()) {
      Result result = run("otra.toml");
      assertThat(result.code()).isNotZero();
      assertThat(result.err()).contains("buzon", Long.toString(ProcessHandle.current().pid()));
      site.put("sigue.txt", Site.good("SIGUE"));
      site.await("sigue", "ENTREGADO");
      assertThat(station.synchronizer().status().pausa()).isEmpty();
    }
  }

  @Test
  void companyWithoutData_pausesSaysSoAndGoesOn() {
    site.edit("PRAGMA foreign_keys = OFF", "UPDATE empresa SET ruc = '219999820013'");
    site.put("espera.txt", Site.good("ESPERA"));
    try (Installation station = site.start()) {
      site.until("pause", () -> !site.pauses().isEmpty());
      assertThat(site.pauses().get(0)).contains("Faltan los datos de la empresa");
      assertThat(station.synchronizer().status().pausa()).isPresent();
      site.edit("PRAGMA foreign_keys = OFF", "UPDATE empresa SET ruc = '219999830019'");
      site.await("espera", "ENTREGADO");
    }
  }

  @Test
  void keyThatTheCloudDoesNotTake_pausesSaysSoAndGoesOn() {
    try (Installation station = site.start()) {
      site.put("antes.txt", Site.good("ANTES"));
      site.await("antes", "ENTREGADO");
      site.edit("UPDATE clave_api SET resumen = 'x' || resumen");
      site.put("durante.txt", Site.good("DURANTE"));
      site.until("pause", () -> !site.pauses().isEmpty());
      assertThat(site.pauses().get(0)).contains("clave");
      assertThat(station.synchronizer().status().pausa()).isPresent();
      site.edit("UPDATE clave_api SET resumen = substr(resumen, 2)");
      site.await("durante", "ENTREGADO");
    }
  }

  @Test
  void storeOfAnotherAmbiente_isRefused() throws IOException {
    try (Installation station = site.start()) {
      assertThat(station.synchronizer().status().pausa()).isEmpty();
    }
    String config = Files.readString(site.config());
    Files.writeString(site.config(), config.replace("\"demo\"", "\"prueba\""));
    Result result = run("pfacturas.toml");
    assertThat(result.code()).isNotZero();
    assertThat(result.err()).contains("demo", "prueba").doesNotContain("at uy.pfacturas");
  }
}
