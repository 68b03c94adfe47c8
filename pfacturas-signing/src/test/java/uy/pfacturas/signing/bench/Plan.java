package uy.pfacturas.signing.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds turns of each act that count; a third as many go before
 * @param slice how long an act lasts in one turn
 * @param documents that xmlsec1 signs in one call
 */
record Plan(int rounds, Duration slice, int documents) {
  static final Plan FULL = new Plan(30, Duration.ofMillis(200), 2_000);

  /** To see that the benchmark works; its figures say little. */
  static final Plan SHORT = new Plan(3, Duration.ofMillis(30), 100);
}
