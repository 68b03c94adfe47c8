package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Table;

/**
 * The documents that an older life of the cloud acknowledged: a restored one may have lost them, so
 * they are delivered again, the oldest first (protocol §8.2). The new epoch itself says that they
 * are unacknowledged; here is only where they are found, page by page. Thread-safe.
 */
public final class Forgotten {
  private static final int PAGE = 500;

  private final DocumentStore store;
  private final Clock clock;

  /** Over an opened store of this station (see {@link Opening}). */
  public Forgotten(DocumentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** How many are still known to be delivered; 0 also before they were looked for. */
  public long left() {
    return state().map(Reentrega::quedan).orElse(0L);
  }

  /** Whether some are, or may be, to be delivered again. */
  public boolean isAny() {
    return state().isPresent();
  }

  private Optional<Reentrega> state() {
    return store.find(Table.ESTADO, Book.REENTREGA, Reentrega.class);
  }

  /** Looks through one more page of the store; false when all of it was. Repeatable. */
  public boolean look() {
    Optional<Reentrega> at = state().filter(r -> !r.vistos());
    if (at.isEmpty()) {
      return false;
    }
    Reentrega from = at.get();
    List<String> page =
        store.scan(Table.DOCUMENTOS, from.despues(), PAGE, Documento.class).stream()
            .map(Map.Entry::getKey)
            .toList();
    return change(from, page);
  }

  private boolean change(Reentrega from, List<String> page) {
    return new Scribe(store, clock)
        .change(
            book -> {
              // A still newer epoch has begun anew in the meantime.
              if (book.reentrega().equals(Optional.of(from))) {
                book.put(page.isEmpty() ? from.seenAll() : found(book, from, page));
              }
              return !page.isEmpty();
            });
  }

  private static Reentrega found(Book book, Reentrega from, List<String> page) {
    List<Documento> forgotten =
        page.stream()
            .flatMap(id -> book.find(id).stream())
            .filter(doc -> doc.isForgotten(from.epoca()))
            .toList();
    forgotten.forEach(book::deliverAgain);
    return from.seen(page.get(page.size() - 1), forgotten.size());
  }

  /**
   * Up to {@code max} of them that arrived after this order of arrival, the oldest first; empty
   * while they are still looked for.
   */
  public List<Documento> next(long after, int max) {
    if (state().filter(Reentrega::vistos).isEmpty()) {
      return List.of();
    }
    return store.scan(Table.REENTREGAS, Book.key(after), max, String.class).stream()
        .flatMap(e -> store.find(Table.DOCUMENTOS, e.getValue(), Documento.class).stream())
        .toList();
  }
}
