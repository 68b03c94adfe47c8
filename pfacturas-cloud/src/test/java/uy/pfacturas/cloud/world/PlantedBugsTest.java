package uy.pfacturas.cloud.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator can fail: each bug of protocol §13 that can be planted is found. */
class PlantedBugsTest {
  private static final long MOST = 2_000;

  static Stream<Planted> bugs() {
    return Stream.of(
            StationBugs.all(),
            TillBugs.all(),
            BlockBugs.all(),
            CopyBugs.all(),
            CloudBugs.all(),
            RestoreBugs.all(),
            TakeoverBugs.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void run_planted_isFound(Planted bug) {
    assertThat(
            LongStream.rangeClosed(1, MOST)
                .parallel()
                .anyMatch(seed -> !World.isGood(seed, bug.build())))
        .as(bug.toString())
        .isTrue();
  }
}
