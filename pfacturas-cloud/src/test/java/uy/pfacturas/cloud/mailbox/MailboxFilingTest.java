package uy.pfacturas.cloud.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uy.pfacturas.cloud.mailbox.Buzon.FIN;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.input.Reading;
import uy.pfacturas.core.input.Syntax;

class MailboxFilingTest {
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

  private Claim claim(String name, String content) {
    buzon.put(name, content);
    return buzon.claimOne();
  }

  @Test
  void processed_sameNameAgain_keepsBothUnderTheDayOfMontevideo() {
    buzon.pass(Duration.ofHours(11)); // 2026-11-25 02:00 in UTC
    for (int n = 0; n < 3; n++) {
      buzon.mailbox.processed(claim("A.txt", n + FIN));
    }

    assertThat(buzon.files("procesados"))
        .containsExactly(
            "2026/11/24/A.txt", "2026/11/24/A~230000000-2.txt", "2026/11/24/A~230000000.txt");
    assertThat(buzon.read("procesados/2026/11/24/A.txt")).startsWith("0");
    assertThat(buzon.read("procesados/2026/11/24/A~230000000-2.txt")).startsWith("2");
    assertThat(buzon.files("proceso")).isEmpty();
  }

  @Test
  void processed_again_doesNothingToTheNextOfThatName() {
    Claim first = claim("A.txt", FIN);
    buzon.mailbox.processed(first);
    buzon.pass(Duration.ofSeconds(1));
    Claim second = claim("A.txt", FIN);
    buzon.mailbox.processed(first);
    buzon.mailbox.rejected(first, "x");

    assertThat(second.file()).exists();
    assertThat(buzon.files("rechazados")).isEmpty();
  }

  @Test
  void processed_held_isDoneLaterAndTheNameStaysBusy() {
    Claim claim = claim("A.txt", FIN);
    buzon.disk.held.add("A.txt");
    buzon.mailbox.processed(claim);
    buzon.put("A.json", "{\"Pedido\":{}}");
    buzon.claimed();
    assertThat(buzon.files("proceso")).containsExactly("A.txt");
    assertThat(buzon.mailbox.troubles()).isEmpty();
    buzon.pass(Duration.ofSeconds(10));
    buzon.claimed();
    assertThat(buzon.mailbox.troubles())
        .extracting(fault -> fault.code().code())
        .containsExactly("BUZ-07");
    buzon.disk.held.clear();
    buzon.pass(Duration.ofSeconds(10));

    assertThat(buzon.claimed()).containsExactly("A.json");
    assertThat(buzon.files("procesados")).containsExactly("2026/11/24/A.txt");
    assertThat(buzon.mailbox.troubles()).isEmpty();
  }

  @Test
  void rejected_faults_areExplainedBesideTheFile() {
    buzon.syntax = new Syntax(Optional.of(Charset.forName("windows-1252")), true, 1 << 20);
    buzon.reopen();
    buzon.mailbox.rejected(
        claim("A.txt", FIN),
        List.of(
            Fault.of(MailboxFault.EMPTY, "", ""),
            Fault.of(MailboxFault.UNKNOWN_ENDING, "A-C60", "Receptor.DocRecep", ".doc")));

    assertThat(buzon.files("rechazados")).containsExactly("A.error.txt", "A.txt");
    assertThat(buzon.read("rechazados/A.error.txt", Charset.forName("windows-1252")))
        .startsWith("BUZ-02  el archivo está vacío\r\n  -> Escriba su contenido")
        .contains(
            "BUZ-03  Receptor.DocRecep (A-C60): no se atienden archivos que terminan en \".doc\"");
  }

  @Test
  void rejected_sameNameAgain_keepsBoth() {
    buzon.mailbox.rejected(claim("A.txt", FIN), "primero");
    buzon.mailbox.rejected(claim("A.txt", FIN), "segundo");

    assertThat(buzon.files("rechazados"))
        .containsExactly("A.error.txt", "A.txt", "A~120000000.error.txt", "A~120000000.txt");
    assertThat(buzon.read("rechazados/A.error.txt")).isEqualTo("primero");
    assertThat(buzon.read("rechazados/A~120000000.error.txt")).isEqualTo("segundo");
  }

  @Test
  void read_largerThanTheLimit_isRefusedUnread() throws IOException {
    Path garbage = buzon.put("A.txt", "");
    try (RandomAccessFile file = new RandomAccessFile(garbage.toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    assertThat(buzon.claimed()).isEmpty();
    buzon.pass(Duration.ofSeconds(2));
    Claim claim = buzon.claimOne();

    assertThat(buzon.mailbox.read(claim))
        .isEqualTo(
            new Reading.Unreadable(
                Optional.empty(),
                List.of(Fault.of(MailboxFault.TOO_LARGE, "", "", "104857600", "4194304"))));
    buzon.mailbox.rejected(claim, "grande");
    assertThat(buzon.files("rechazados")).containsExactly("A.error.txt", "A.txt");
  }

  @Test
  void read_takenAwayBySomebody_isAFault() throws IOException {
    Claim claim = claim("A.txt", FIN);
    Files.delete(claim.file());

    assertThat(buzon.mailbox.read(claim))
        .isEqualTo(
            new Reading.Unreadable(
                Optional.empty(), List.of(Fault.of(MailboxFault.VANISHED, "", ""))));
    buzon.mailbox.processed(claim);
    buzon.put("A.txt", FIN);
    assertThat(buzon.claimed()).containsExactly("A.txt");
  }

  @Test
  void read_replacedByALink_isNotFollowed() throws IOException {
    Claim claim = claim("A.txt", FIN);
    Files.delete(claim.file());
    Files.createSymbolicLink(claim.file(), Files.writeString(folder.resolve("secret"), FIN));

    assertThatThrownBy(() -> buzon.mailbox.read(claim)).isInstanceOf(MailboxException.class);
  }
}
