package uy.pfacturas.cloud.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Exactly once, whatever fails: many worlds, each from its seed. */
class WorldTest {
  private static final long SEEDS = Long.getLong("pfacturas.semillas", 2_000);
  private static final long FIRST = Long.getLong("pfacturas.semilla", 1);
  private static final int SHOWN = 120;

  @Test
  void run_anySeed_everyInvoiceOnce() {
    Optional<World.Verdict> bad =
        LongStream.range(FIRST, FIRST + SEEDS)
            .parallel()
            .mapToObj(seed -> World.run(seed, new Build()))
            .filter(verdict -> !verdict.isGood())
            .findAny();
    assertThat(bad.map(WorldTest::told)).isEmpty();
  }

  private static String told(World.Verdict verdict) {
    List<String> trace = verdict.trace();
    List<String> end = trace.subList(Math.max(0, trace.size() - SHOWN), trace.size());
    return "seed "
        + verdict.seed()
        + "\n"
        + String.join("\n", verdict.violations())
        + "\n"
        + String.join("\n", end);
  }
}
