package uy.pfacturas.cloud.contingencia;

import java.time.Duration;

/**
 * How much patience there is with the cloud.
 *
 * @param plazoNube how long a document that has its number waits for the cloud's signature before
 *     it is signed here, 100 ms to 10 min
 * @param fallas failures in a row that open the contingencia, 1 to 100
 * @param porcentaje share of failures among the last 20 questions that opens it, 1 to 100
 * @param sana how long the cloud must serve without a failure before it is trusted again, 1 s to 24
 *     h; doubled, at most four times, for a line that fails again soon after
 */
public record ContingenciaConfig(Duration plazoNube, int fallas, int porcentaje, Duration sana) {
  /** 5 s for a document, three failures or half of the questions, one minute of health. */
  public static final ContingenciaConfig DEFAULT =
      new ContingenciaConfig(Duration.ofSeconds(5), 3, 50, Duration.ofMinutes(1));

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public ContingenciaConfig {
    within("plazoNube", plazoNube, Duration.ofMillis(100), Duration.ofMinutes(10));
    within("sana", sana, Duration.ofSeconds(1), Duration.ofHours(24));
    if (fallas < 1 || fallas > 100) {
      throw new IllegalArgumentException("fallas is out of 1 to 100: " + fallas);
    }
    if (porcentaje < 1 || porcentaje > 100) {
      throw new IllegalArgumentException("porcentaje is out of 1 to 100: " + porcentaje);
    }
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " is out of " + least + " to " + most + ": " + value);
    }
  }
}
