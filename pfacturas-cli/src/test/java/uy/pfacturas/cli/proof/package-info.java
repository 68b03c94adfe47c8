/**
 * Proof that nothing is lost and nothing is issued twice: `run` and the cloud as real processes,
 * killed at random moments while files arrive, then checked file by file and number by number; and
 * the benchmark of the same two processes. Entry: {@code KillTest} (in the suite) and {@code
 * Benchmark} (a main class, run by hand). Uses the command line only from outside, and reads what
 * it leaves on disk.
 */
@NullMarked
package uy.pfacturas.cli.proof;

import org.jspecify.annotations.NullMarked;
