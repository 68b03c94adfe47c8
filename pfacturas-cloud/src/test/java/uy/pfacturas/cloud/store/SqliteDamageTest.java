package uy.pfacturas.cloud.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage that nothing would touch before the day on which an old document is asked for. */
class SqliteDamageTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;

  private Path filled(Table table) {
    Path file = folder.resolve("almacen.db");
    try (SqliteMedium medium = SqliteMedium.open(file)) {
      Map<String, Optional<byte[]>> values = new HashMap<>();
      for (int i = 0; i < 1_000; i++) {
        values.put(
            "CAJA/" + i,
            Optional.of(("{\"n\":" + "1".repeat(300) + "}").getBytes(StandardCharsets.UTF_8)));
      }
      medium.write(Map.of(table, values));
    }
    return file;
  }

  private static void overwriteOnePage(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long middle = channel.size() / PAGE / 2 * PAGE;
      channel.write(
          ByteBuffer.wrap("not a page of this file".repeat(20).getBytes(StandardCharsets.UTF_8)),
          middle);
    }
  }

  @Test
  void open_onePageOfTheDocumentsOverwritten_isSeenAtTheStart() throws Exception {
    Path file = filled(Table.DOCUMENTOS);
    overwriteOnePage(file);

    assertThatThrownBy(() -> SqliteMedium.open(file))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isDamaged()).isTrue());
  }

  @Test
  void open_wholeFile_isTaken() {
    Path file = filled(Table.DOCUMENTOS);
    try (SqliteMedium medium = SqliteMedium.open(file)) {
      assertThat(medium.find(Table.DOCUMENTOS, "CAJA/7")).isPresent();
    }
  }
}
