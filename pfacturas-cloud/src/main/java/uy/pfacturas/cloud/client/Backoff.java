package uy.pfacturas.cloud.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the same question is put again: doubles from {@code first} up to {@code
 * most}, and half of it is chance, so that stations that lost the cloud together do not come back
 * together.
 *
 * @param first wait after the first failure
 * @param most longest wait
 */
public record Backoff(Duration first, Duration most) {
  /** From 200 ms to 30 s. */
  public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));

  /**
   * The wait after this many failures in a row; never shorter than what the cloud asked for.
   *
   * @param failures from 1
   */
  public Duration after(int failures, Duration asked, RandomGenerator random) {
    long full = first.toMillis() << Math.min(Math.max(failures - 1, 0), 20);
    long capped = Math.min(full, most.toMillis());
    Duration wait = Duration.ofMillis(capped / 2 + random.nextLong(capped / 2 + 1));
    return wait.compareTo(asked) < 0 ? asked : wait;
  }
}
