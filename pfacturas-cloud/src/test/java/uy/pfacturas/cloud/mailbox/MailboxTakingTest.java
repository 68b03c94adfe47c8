package uy.pfacturas.cloud.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uy.pfacturas.cloud.mailbox.Buzon.FIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTakingTest {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final String NO_END = "[Pedido]\nId=1\n";

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
  void claim_endAndUnchanged_isTakenAtOnce() {
    buzon.put("A.txt", FIN);
    buzon.put("B.TXT", "[Pedido]\r\nId=2\r\n[fin]  \r\n\r\n\u001a");
    buzon.put("C.json", "{\"Pedido\":{}}\n");

    assertThat(buzon.claimed()).containsExactly("A.txt", "B.TXT", "C.json");
    assertThat(buzon.files("proceso")).containsExactly("A.txt", "B.TXT", "C.json");
    assertThat(buzon.files("entrada")).isEmpty();
  }

  @Test
  void claim_finInTheMiddle_isNotAnEnd() {
    buzon.put("A.txt", "[Pedido]\nId=1\n[Fin]\n[Item]\n");

    assertThat(buzon.claimed()).isEmpty();
    buzon.pass(QUIET);
    assertThat(buzon.claimed()).isEmpty();
  }

  @Test
  void claim_endThatMoreCouldFollow_waitsForTheQuietPeriod() {
    buzon.put("A.txt", "[Pedido]\nId=1\nCantLinDet=1\n");

    assertThat(buzon.claimed()).isEmpty();
    assertThat(buzon.waiting()).containsExactly("A.txt BUZ-09");
    buzon.pass(QUIET.minusMillis(1));
    assertThat(buzon.claimed()).isEmpty();
    buzon.pass(Duration.ofMillis(1));
    assertThat(buzon.claimed()).containsExactly("A.txt");
  }

  @Test
  void claim_stillBeingWritten_waitsAndEndsWell() {
    for (int second = 0; second < 30; second++) {
      buzon.put("A.txt", NO_END + "[Item]\nCantLinDet=1\nNomItem=x\n".repeat(second + 1));
      assertThat(buzon.claimed()).isEmpty();
      assertThat(buzon.waiting()).containsExactly("A.txt BUZ-09");
      buzon.pass(Duration.ofSeconds(1));
    }
    buzon.put("A.txt", FIN);

    assertThat(buzon.claimed()).containsExactly("A.txt");
    assertThat(buzon.files("salida")).isEmpty();
  }

  @Test
  void claim_holesInTheMiddle_waits() {
    buzon.put("A.txt", "[Pedido]\n\0\0\0\0\n[Fin]\n");

    assertThat(buzon.claimed()).isEmpty();
    buzon.put("A.txt", "[Pedido]\nId=1\n[Fin]\n");
    assertThat(buzon.claimed()).containsExactly("A.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A.ok", "a.OK", "A.txt.ok"})
  void claim_markBeside_isTakenAtOnceAndMarkGoes(String mark) {
    buzon.put("A.txt", NO_END);
    assertThat(buzon.claimed()).isEmpty();
    buzon.put(mark, "");

    assertThat(buzon.claimed()).containsExactly("A.txt");
    assertThat(buzon.files("entrada")).isEmpty();
  }

  @Test
  void claim_markWithTimeOfYearsAgo_counts() throws IOException {
    buzon.put("A.txt", NO_END);
    Files.setLastModifiedTime(buzon.put("A.ok", ""), FileTime.fromMillis(0));

    assertThat(buzon.claimed()).containsExactly("A.txt");
  }

  @Test
  void claim_markLeftFromAnEarlierFile_doesNotCount() {
    buzon.put("A.ok", "");
    assertThat(buzon.claimed()).isEmpty();
    buzon.pass(QUIET);
    buzon.put("A.txt", NO_END);

    assertThat(buzon.claimed()).isEmpty();
    buzon.put("A.ok", "");
    assertThat(buzon.claimed()).containsExactly("A.txt");
  }

  @Test
  @Timeout(20)
  void claim_renamedInWithoutEnd_isTakenAfterTheQuietPeriod() throws Exception {
    buzon.quiet = Duration.ofMillis(50);
    buzon.reopen();
    Path aside = Files.writeString(folder.resolve("aside"), NO_END);
    Files.move(aside, buzon.entrada("A.txt"), StandardCopyOption.ATOMIC_MOVE);

    assertThat(buzon.claimed()).isEmpty();
    buzon.pass(buzon.quiet);
    while (buzon.claimed().isEmpty()) {
      buzon.mailbox.awaitChange(Duration.ofMillis(10));
    }
    assertThat(buzon.files("proceso")).containsExactly("A.txt");
  }

  @Test
  @Timeout(20)
  void claim_writtenWithoutEnd_isNotTakenForARename() throws Exception {
    buzon.quiet = Duration.ZERO;
    buzon.reopen();
    buzon.put("A.txt", NO_END);
    buzon.mailbox.awaitChange(Duration.ofSeconds(10));
    Files.writeString(buzon.entrada("B.tmp"), "x");
    buzon.mailbox.awaitChange(Duration.ofSeconds(10));

    assertThat(buzon.claimed()).isEmpty();
    assertThat(buzon.waiting()).containsExactly("A.txt BUZ-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A.tmp", "A.txt.part", "A.txt~", "~A.txt", ".A.txt", "A.TXT.TMP", "A.filepart"})
  void claim_nameOfAFileWrittenAside_isLeftAlone(String name) {
    buzon.put(name, FIN);

    assertThat(buzon.claimed()).isEmpty();
    buzon.pass(Duration.ofDays(1));
    assertThat(buzon.claimed()).isEmpty();
    assertThat(buzon.files("salida")).isEmpty();
  }

  @Test
  void claim_many_oldestFirst() throws IOException {
    for (int n = 0; n < 20; n++) {
      Path file = buzon.put("F" + (n * 7 % 20) + ".txt", FIN);
      Files.setLastModifiedTime(file, FileTime.from(Buzon.START.minusSeconds(n)));
    }

    assertThat(buzon.mailbox.claim(3))
        .extracting(Claim::fileName)
        .containsExactly(
            "F" + 19 * 7 % 20 + ".txt", "F" + 18 * 7 % 20 + ".txt", "F" + 17 * 7 % 20 + ".txt");
    assertThat(buzon.claimed()).hasSize(17).endsWith("F0.txt");
  }

  @Test
  void claim_sameBaseName_waitsForTheAnswerOfTheFirst() {
    buzon.put("A.txt", FIN);
    buzon.pass(Duration.ofSeconds(1));
    buzon.put("a.json", "{\"Pedido\":{}}");
    Claim first = buzon.claimOne();

    assertThat(buzon.claimed()).isEmpty();
    assertThat(buzon.waiting()).containsExactly("a.json BUZ-08");
    buzon.pass(Duration.ofSeconds(1));
    buzon.put("A.txt", FIN);
    assertThat(buzon.claimed()).isEmpty();
    buzon.mailbox.processed(first);
    assertThat(buzon.claimed()).containsExactly("a.json");
  }

  @Test
  void claim_badOnes_doNotStopTheOthers() throws IOException {
    buzon.put("half.txt", NO_END);
    buzon.put("empty.txt", "");
    buzon.put("odd.pdf", "x");
    Files.createDirectory(buzon.entrada("folder.txt"));
    Files.createSymbolicLink(
        buzon.entrada("link.txt"), Files.writeString(folder.resolve("s"), FIN));
    buzon.pass(Duration.ofSeconds(1));
    buzon.put("good.txt", FIN);

    assertThat(buzon.claimed()).containsExactly("good.txt");
    buzon.pass(QUIET);
    assertThat(buzon.claimed()).isEmpty();
    assertThat(buzon.waiting())
        .containsExactlyInAnyOrder(
            "half.txt BUZ-01", "empty.txt BUZ-02", "odd.pdf BUZ-03", "link.txt BUZ-04");
  }

  @Test
  void claim_noEndForTenMinutes_isReportedOnceAndNotTaken() {
    buzon.put("half.txt", NO_END);
    buzon.put("empty.txt", "");
    buzon.put("odd.pdf", "x");
    assertThat(buzon.claimed()).isEmpty();
    buzon.pass(Duration.ofMinutes(10).minusMillis(1));
    assertThat(buzon.claimed()).isEmpty();
    assertThat(buzon.files("salida")).isEmpty();
    buzon.pass(Duration.ofMillis(1));

    assertThat(buzon.claimed()).isEmpty();
    assertThat(buzon.files("salida"))
        .containsExactly(
            "empty.estado.json",
            "empty.estado.txt",
            "half.estado.json",
            "half.estado.txt",
            "odd.pdf.estado.json",
            "odd.pdf.estado.txt");
    assertThat(buzon.read("salida/half.estado.txt"))
        .startsWith("Estado=INCOMPLETO\r\nDesde=2026-11-24T12:00:00-03:00\r\nId=\r\n")
        .contains(
            "\r\nCodigo=BUZ-01\r\nMensaje=El archivo no muestra su fin: está cortado, o el sistema todavía no"
                + " terminó de escribirlo.\r\nQueHacer=Termínelo");
    assertThat(buzon.files("entrada")).containsExactly("empty.txt", "half.txt", "odd.pdf");

    buzon.disk.isFull = true; // a second report would fail
    buzon.claimed();
    buzon.pass(Duration.ofMinutes(1));
    assertThat(buzon.mailbox.troubles()).isEmpty();
  }

  @Test
  void claim_incompleteThenMended_isTaken() {
    buzon.put("half.txt", NO_END);
    buzon.claimed();
    buzon.pass(Duration.ofMinutes(11));
    buzon.claimed();
    buzon.put("half.txt", FIN);

    assertThat(buzon.claimed()).containsExactly("half.txt");
  }

  @Test
  void claim_vanishedBetweenLookAndTaking_isForgotten() throws IOException {
    buzon.put("A.txt", FIN);
    buzon.put("B.txt", FIN);
    buzon.mailbox.claim(1);
    Files.delete(buzon.entrada("B.txt"));

    assertThat(buzon.claimed()).isEmpty();
    assertThat(buzon.waiting()).isEmpty();
  }

  @Test
  void claim_changedBetweenLookAndTaking_isNotTakenAsItWas() {
    buzon.put("A.txt", FIN);
    buzon.put("B.txt", FIN);
    buzon.mailbox.claim(1);
    buzon.put("B.txt", NO_END);

    assertThat(buzon.claimed()).isEmpty();
  }

  @Test
  void claim_leftInWorkByAnEarlierRun_comesFirst() {
    buzon.put("B.txt", FIN);
    Claim before = buzon.claimOne();
    buzon.reopen();
    buzon.put("A.txt", FIN);
    buzon.put("B.json", "{\"Pedido\":{}}");

    assertThat(buzon.claimOne()).isEqualTo(before);
    assertThat(buzon.claimed()).containsExactly("A.txt");
  }

  @Test
  void id_byIdentity_isTheFilesOwnOrTheNameOrOneForEachArrival() {
    buzon.put("A.txt", FIN);
    assertThat(buzon.claimOne().id()).isEmpty();

    buzon.identity = Identity.NOMBRE;
    buzon.reopen();
    Claim left = buzon.claimOne();
    assertThat(left.id()).contains("A");
    buzon.mailbox.processed(left);

    buzon.identity = Identity.CADA_ARCHIVO;
    buzon.reopen();
    buzon.put("A.txt", FIN);
    Claim first = buzon.claimOne();
    buzon.reopen();
    assertThat(buzon.claimOne())
        .as("after a crash")
        .isEqualTo(new Claim("A", "A.txt", first.file(), Buzon.START, first.id()));
    buzon.mailbox.processed(buzonClaim(first));
    buzon.put("A.txt", FIN);
    Claim second = buzon.claimOne();
    assertThat(second.id()).isPresent().isNotEqualTo(first.id());
    assertThat(second.id().orElseThrow()).matches("A-20261124150000000[0-9a-f]{6}");
    assertThat(first.file().getParent()).doesNotExist();
  }

  private static Claim buzonClaim(Claim claim) {
    return new Claim(claim.baseName(), claim.fileName(), claim.file(), Buzon.START, claim.id());
  }
}
