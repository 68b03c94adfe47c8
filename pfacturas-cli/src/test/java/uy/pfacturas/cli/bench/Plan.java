package uy.pfacturas.cli.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param floor rounds of each part of the floor, before and after the files
 * @param warmUp files before any are timed
 * @param slow files at one a second
 * @param fast files at fifty a second
 * @param ready of the files that wait, those that are answered before the warm rate counts
 * @param backlog of the files that wait, those that count
 * @param calls of each short command
 * @param idle how long a synchronizer stands still before its memory is read
 */
record Plan(
    int floor, int warmUp, int slow, int fast, int ready, int backlog, int calls, Duration idle) {
  static final Plan FULL = new Plan(300, 200, 30, 500, 1_000, 10_000, 15, Duration.ofSeconds(30));

  /** To see that the benchmark works; its figures say little. */
  static final Plan SHORT = new Plan(100, 50, 5, 100, 100, 500, 5, Duration.ofSeconds(5));
}
