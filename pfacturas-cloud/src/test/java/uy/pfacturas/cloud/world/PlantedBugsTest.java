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
  private static final long AT_ONCE = 8;

  static Stream<Planted> bugs() {
    return Stream.of(
            StationBugs.all(),
            TillBugs.all(),
            BlockBugs.all(),
            CopyBugs.all(),
            CloudBugs.all(),
            RestoreBugs.all(),
            TakeoverBugs.all(),
            DgiBugs.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void run_planted_isFound(Planted bug) {
    // Few at a time: most are found soon, and no others are looked at then.
    boolean found =
        LongStream.iterate(1, first -> first <= MOST, first -> first + AT_ONCE)
            .anyMatch(first -> isFound(bug, first));
    assertThat(found).as(bug.toString()).isTrue();
  }

  private static boolean isFound(Planted bug, long first) {
    return LongStream.range(first, first + AT_ONCE)
        .parallel()
        .anyMatch(seed -> !World.isGood(seed, bug.build()));
  }
}
