/**
 * Proof that nothing is lost and nothing is issued twice: {@code run} and the cloud as real
 * processes, killed at random moments while files arrive, then checked file by file and number by
 * number. Entry: {@code KillTest}. Uses the command line only from outside, and reads what it
 * leaves on disk. {@code bench} uses its {@code Arena}.
 */
@NullMarked
package uy.pfacturas.cli.proof;

import org.jspecify.annotations.NullMarked;
