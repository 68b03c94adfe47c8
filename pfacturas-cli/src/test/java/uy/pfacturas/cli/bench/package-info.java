/**
 * The benchmark: how fast, how large, beside what the machine and the protocol cannot do without.
 * Not a test. Entry: {@code Benchmark}, a main class that {@code bench/run} starts. Uses the
 * program only from outside, as {@code proof} does.
 */
@NullMarked
package uy.pfacturas.cli.bench;

import org.jspecify.annotations.NullMarked;
