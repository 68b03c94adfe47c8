package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a test needs of the machine: without it the test is skipped with a line; in CI it fails. */
public final class Required {
  private Required() {}

  public static void orSkip(boolean isThere, String missing) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as(missing).isTrue();
    }
    assumeTrue(isThere, missing);
  }
}
