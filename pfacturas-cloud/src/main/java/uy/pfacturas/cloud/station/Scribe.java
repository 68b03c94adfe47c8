package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import uy.pfacturas.cloud.store.DocumentStore;

/**
 * Makes changes of a store as one step on its {@link Book}, and waits until each is stored and
 * copied.
 *
 * @param store of one station
 * @param clock says when
 */
record Scribe(DocumentStore store, Clock clock) {
  /**
   * @throws uy.pfacturas.cloud.store.StoreException if the disk did not take it
   */
  <R> R change(Function<Book, R> step) {
    try {
      return store.commit(draft -> step.apply(new Book(draft, clock.instant()))).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
