package uy.pfacturas.cloud.world;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, as a seed has it. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One of 0 to {@code n} - 1. */
  int below(int n) {
    return random.nextInt(n);
  }

  /** True so many times in a hundred. */
  boolean percent(int p) {
    return random.nextInt(100) < p;
  }

  <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
