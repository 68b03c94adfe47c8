package uy.pfacturas.cloud.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that is killed while it writes, over and over, loses nothing that it said was done and
 * can be read whole. {@code -Dpfacturas.muertes=N} chooses how often, {@code -Dpfacturas.semilla=N}
 * the moments.
 */
@Tag("soak")
class StoreKillTest {
  private static final int LONGEST_LIFE = 1_500;

  @TempDir private Path folder;

  @Test
  void kill_whileWriting_losesNoCommit() throws Exception {
    long seed = Long.getLong("pfacturas.semilla", System.nanoTime());
    Random random = new Random(seed);
    long done = 0;
    for (int kill = 1; kill <= Integer.getInteger("pfacturas.muertes", 50); kill++) {
      Process writer = start(random.nextLong());
      boolean ended = writer.waitFor(random.nextInt(LONGEST_LIFE), TimeUnit.MILLISECONDS);
      writer.destroyForcibly().waitFor();
      assertThat(ended).as("seed %d, kill %d: writer ended by itself", seed, kill).isFalse();
      // Nothing was told if it was killed before it had read the store.
      List<String> told = Files.readAllLines(told());
      if (!told.isEmpty()) {
        assertThat(Long.parseLong(told.get(0)))
            .as("seed %d, kill %d: commits that the store holds", seed, kill)
            .isGreaterThanOrEqualTo(done);
        done = Long.parseLong(told.get(told.size() - 1));
      }
    }
    assertThat(done).isPositive();
  }

  private Path told() {
    return folder.resolve("told.txt");
  }

  private Process start(long seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            BusyStore.class.getName(),
            folder.resolve("almacen.db").toString(),
            Long.toString(seed))
        .redirectOutput(told().toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
