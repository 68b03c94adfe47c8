package uy.pfacturas.cloud.store;

/**
 * One change of the store: reads what it compares, then writes. Runs alone, in the thread of the
 * committer; must be short, do no other I/O, and bear being run again.
 *
 * @param <R> what it tells its caller
 */
@FunctionalInterface
public interface Change<R> {
  /** Reads and writes in the draft; an exception leaves nothing of this change. */
  R apply(Draft draft);
}
