package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static uy.pfacturas.cloud.mailbox.Buzon.FIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that nobody would choose, on the way through the whole mailbox. */
class MailboxNamesTest {
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
  void names_hostile_arriveAndStayInside() {
    List<String> names =
        List.of(
            "a..b.txt",
            "..\\..\\x.txt",
            "factura de contado.txt",
            " x .txt",
            "$(rm -rf).txt",
            "a;b&c.txt",
            "x".repeat(251) + ".txt",
            "NUL.txt",
            "a:b.txt");
    names.forEach(this::throughTheMailbox);
  }

  @Test
  void names_withAccents_areKept() {
    throughTheMailbox("Año Ñandú.txt");

    assertThat(buzon.files("salida")).contains("Año Ñandú.estado.txt");
  }

  @Test
  void names_random_arriveAndStayInside() throws IOException {
    Random random = new Random(11);
    Set<String> before = outside();
    for (int n = 0; n < 100; n++) {
      String stem =
          random
              .ints(1 + random.nextInt(40), 0, 0x180)
              .filter(c -> c != 0 && c != '/')
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      if (!stem.isEmpty() && !stem.startsWith(".") && !stem.startsWith("~")) {
        throughTheMailbox(stem + ".txt");
      }
    }

    assertThat(outside()).isEqualTo(before);
  }

  @Test
  void names_undecodable_arriveEach() throws Exception {
    String script = "printf '[Fin]' > $'a\\xff.txt'; printf '[Fin]' > $'a\\xfe.txt'";
    Process bash =
        new ProcessBuilder("bash", "-c", script).directory(buzon.entrada("").toFile()).start();
    assertThat(bash.waitFor()).isZero();
    Set<String> baseNames = new TreeSet<>();
    for (int n = 0; n < 2; n++) {
      Claim claim = buzon.claimOne();
      baseNames.add(claim.baseName());
      buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "1"), claim.baseName());
      buzon.mailbox.processed(claim);
    }
    assertThat(baseNames).hasSize(2);
    try (Stream<Path> done = Files.list(buzon.root.resolve("procesados/2026/11/24"))) {
      assertThat(done).hasSize(2);
    }
    assertThat(buzon.mailbox.troubles()).isEmpty();
  }

  private void throughTheMailbox(String name) {
    buzon.put(name, FIN);
    Claim claim = buzon.claimOne();
    assertThat(claim.fileName()).isEqualTo(name);
    buzon.mailbox.writeStatus(buzon.status(Estado.RECHAZADO, name), claim.baseName());
    boolean isRejected = name.length() % 2 == 0;
    if (isRejected) {
      buzon.mailbox.rejected(claim, "no");
    } else {
      buzon.mailbox.processed(claim);
    }
    buzon.pass(Duration.ofDays(1));
    assertThat(buzon.mailbox.troubles()).isEmpty();
    assertThat(claim.file()).doesNotExist();
    assertThat(buzon.root.resolve("salida").resolve(claim.baseName() + ".estado.txt")).exists();
    assertThat((claim.baseName() + ".estado.json").getBytes(UTF_8)).hasSizeLessThanOrEqualTo(255);
  }

  private Set<String> outside() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> !p.startsWith(buzon.root))
          .filter(p -> Files.exists(p, LinkOption.NOFOLLOW_LINKS))
          .map(Path::toString)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
