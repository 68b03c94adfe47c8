package uy.pfacturas.cloud.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  private static void append(Journal journal, int... numbers) {
    List<byte[]> entries = new ArrayList<>();
    for (int n : numbers) {
      entries.add(("{\"n\":" + n + "}").getBytes(UTF_8));
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    journal.append(entries, () -> done.complete(null));
    done.join();
  }

  private List<Integer> read() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      List<Integer> numbers = new ArrayList<>();
      journal.readNewest(entry -> numbers.add(entry.get("n").asInt()));
      return numbers;
    }
  }

  @Test
  void append_reopened_isReadInOrder() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      append(journal, 1, 2);
      append(journal, 3);
    }
    assertThat(read()).containsExactly(1, 2, 3);
  }

  @Test
  void open_tornEnd_keepsWhatIsWholeAndGoesOnInANewFile() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      append(journal, 1, 2);
    }
    Path file = folder.resolve("diario-000001.pfj");
    Files.write(file, new byte[] {0, 0, 0, 9, 1, 2, 3}, StandardOpenOption.APPEND);
    long size = Files.size(file);
    assertThat(read()).containsExactly(1, 2);
    try (Journal journal = Journal.open(folder)) {
      append(journal, 3);
    }
    assertThat(Files.size(file)).isEqualTo(size);
    assertThat(read()).containsExactly(3);
  }

  @Test
  void read_flippedBit_endsThere() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      append(journal, 1, 2, 3);
    }
    Path file = folder.resolve("diario-000001.pfj");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 2] ^= 1;
    Files.write(file, bytes);
    assertThat(read()).containsExactly(1, 2);
  }

  @Test
  void append_fullFile_goesOnInANewOneAlsoWhenReopened() throws Exception {
    Segments first = new Segments(folder, 10);
    first.open();
    first.append(List.of("{\"n\":1}".getBytes(UTF_8)));
    first.append(List.of("{\"n\":2}".getBytes(UTF_8)));
    first.close();
    Segments second = new Segments(folder, 10);
    second.open();
    second.append(List.of("{\"n\":3}".getBytes(UTF_8)));
    second.close();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("diario-000001.pfj", "diario-000002.pfj", "diario-000003.pfj");
    }
    assertThat(read()).containsExactly(3);
  }

  @Test
  void append_mediumGone_isATroubleAndNotAStop() throws Exception {
    Path file = folder.resolve("no-es-carpeta");
    Files.writeString(file, "x");
    try (Journal journal = Journal.open(file)) {
      append(journal, 1);
      assertThat(journal.trouble().orElseThrow()).contains("segunda copia");
      Files.delete(file);
      append(journal, 2);
      assertThat(journal.trouble()).isEmpty();
    }
    try (Stream<Path> files = Files.list(file)) {
      assertThat(files).hasSize(1);
    }
  }
}
