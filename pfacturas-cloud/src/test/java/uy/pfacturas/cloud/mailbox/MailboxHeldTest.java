package uy.pfacturas.cloud.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uy.pfacturas.cloud.mailbox.Buzon.FIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that another program holds: the others go on, and these are taken when they are free. */
class MailboxHeldTest {
  private static final Duration QUIET = Duration.ofSeconds(2);

  @TempDir Path folder;
  private Buzon buzon;

  @BeforeEach
  void open() {
    buzon = new Buzon(folder.resolve("buzon"));
  }

  @AfterEach
  void close() {
    buzon.close();
  }

  @Test
  void claim_heldByAnotherProgram_othersGoOnAndItIsTakenLater() {
    buzon.put("A.txt", FIN);
    buzon.put("B.txt", FIN);
    buzon.disk.held.add("A.txt");

    assertThat(buzon.claimed()).containsExactly("B.txt");
    assertThat(buzon.waiting()).containsExactly("A.txt BUZ-07");
    buzon.disk.held.clear();
    assertThat(buzon.claimed()).containsExactly("A.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"entrada", "proceso"})
  void claim_folderWithoutRights_isSaidAndGoesOn(String folder) {
    buzon.put("A.txt", FIN);
    buzon.disk.locked.add(folder);

    assertThatThrownBy(buzon::claimed)
        .isInstanceOf(MailboxException.class)
        .hasMessageContaining(folder)
        .hasMessageContaining("permiso");
    buzon.disk.locked.clear();
    assertThat(buzon.claimed()).containsExactly("A.txt");
  }

  @Test
  void claim_heldForTenMinutes_isReported() {
    buzon.put("A.txt", FIN);
    buzon.disk.held.add("A.txt");
    buzon.claimed();
    buzon.pass(Duration.ofMinutes(10));
    buzon.claimed();

    assertThat(buzon.read("salida/A.estado.txt")).contains("Codigo=BUZ-07").contains("in use");
  }

  @Test
  void claim_folderGone_saysSo() throws IOException {
    Files.delete(buzon.root.resolve("entrada"));

    assertThatThrownBy(() -> buzon.mailbox.claim(1))
        .isInstanceOf(MailboxException.class)
        .hasMessageContaining("No se puede leer")
        .hasMessageContaining("Se sigue intentando");
    Files.createDirectory(buzon.root.resolve("entrada"));
    buzon.put("A.txt", FIN);
    assertThat(buzon.claimed()).isEqualTo(List.of("A.txt"));
  }

  @Test
  @Timeout(20)
  void awaitChange_fileAppears_endsEarly() throws Exception {
    Thread writer = new Thread(() -> buzon.put("A.txt", FIN));
    writer.start();
    buzon.mailbox.awaitChange(Duration.ofSeconds(60));
    writer.join();
  }

  @Test
  @Timeout(20)
  void awaitChange_wokenOrDue_endsEarly() throws Exception {
    buzon.mailbox.wake();
    buzon.mailbox.awaitChange(Duration.ofSeconds(60));

    buzon.put("A.txt", "CantLinDet=1");
    buzon.claimed();
    buzon.mailbox.awaitChange(Duration.ofSeconds(60)); // its own writing
    buzon.pass(QUIET.minusMillis(20));
    buzon.mailbox.awaitChange(Duration.ofSeconds(60));
  }

  @Test
  @Timeout(20)
  void awaitChange_nameFreed_endsEarly() throws Exception {
    buzon.put("A.txt", FIN);
    Claim claim = buzon.claimOne();
    buzon.put("A.json", "{\"Pedido\":{}}");
    buzon.claimed();
    buzon.mailbox.processed(claim);
    buzon.mailbox.awaitChange(Duration.ofSeconds(60));

    assertThat(buzon.claimed()).containsExactly("A.json");
  }
}
