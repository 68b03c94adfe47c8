package uy.pfacturas.cloud.station;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import uy.pfacturas.cloud.contingencia.Anotacion;
import uy.pfacturas.cloud.contingencia.Cabeza;
import uy.pfacturas.cloud.journal.Journal;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.StoreException;
import uy.pfacturas.cloud.store.Table;

/**
 * Tells the second copy again what it may lack: after a crash, and after its medium was away, what
 * is not finished; where it lacks more, such as a copy in a new place, everything. A document is
 * only finished when the copy has it, so one of the two is always enough.
 *
 * @param store of one station
 * @param clock says when
 */
public record Telling(DocumentStore store, Clock clock) {
  private static final int PAGE = 100;

  /** A crash loses no more entries than are under way at one moment. */
  private static final long CRASH = 1_000;

  /**
   * @param copied the last entry that the copy has; 0 if none
   * @throws StoreException if the store lacks a document that it calls open
   */
  public void tell(long copied) {
    long losses = store.copyLosses();
    boolean everything = isEverythingOwed(copied);
    Scribe scribe = new Scribe(store, clock);
    boolean begun =
        scribe.change(
            book -> {
              if (everything) {
                book.copyOwed(true);
              }
              book.tell(everything ? Apunte.TODO : Apunte.ABIERTO, copied);
              permitted().forEach(book::permit);
              return true;
            });
    if (begun) {
      String journalFrom = everything ? "" : missed(copied);
      tellAll(scribe, everything ? Table.DOCUMENTOS : Table.ABIERTOS);
      tellJournal(scribe, journalFrom);
    }
    boolean told =
        scribe.change(
            book -> {
              book.tellCabeza();
              book.told();
              return true;
            });
    // Only now that the copy has the last of it: a stop before this begins it all again.
    if (told && store.copyLosses() == losses && isOwed()) {
      boolean unused =
          scribe.change(
              book -> {
                book.copyOwed(false);
                return true;
              });
    }
  }

  /** Ids that a person takes over and that have no number yet: no record says so. */
  private List<String> permitted() {
    String prefix = Book.toma("");
    return store.scan(Table.ESTADO, prefix, Integer.MAX_VALUE, Object.class).stream()
        .<String>map(Map.Entry::getKey)
        .takeWhile(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  private boolean isEverythingOwed(long copied) {
    return Opening.told(store) - copied > CRASH || copied == 0 || isOwed();
  }

  private boolean isOwed() {
    return store.find(Table.ESTADO, DocumentStore.COPY_OWED, Boolean.class).orElse(false);
  }

  private void tellAll(Scribe scribe, Table table) {
    String after = "";
    List<String> keys = keys(table, after);
    while (!keys.isEmpty()) {
      List<String> page = keys;
      boolean whole = scribe.change(book -> page.stream().allMatch(key -> tell(book, table, key)));
      if (!whole) {
        throw new StoreException("Al almacén le falta uno de los comprobantes " + page + ".");
      }
      after = page.get(page.size() - 1);
      keys = keys(table, after);
    }
  }

  /** Key before the turns that the copy may lack: no more than it lacks entries. */
  private String missed(long copied) {
    long last = store.find(Table.ESTADO, Book.BITACORA, Cabeza.class).orElse(Cabeza.NONE).n();
    return Book.key(Math.max(0, last - (Opening.told(store) - copied)));
  }

  private void tellJournal(Scribe scribe, String after) {
    List<Map.Entry<String, Anotacion>> page =
        store.scan(Table.BITACORA, after, PAGE, Anotacion.class);
    while (!page.isEmpty()) {
      List<Map.Entry<String, Anotacion>> entries = page;
      boolean unused =
          scribe.change(
              book -> {
                entries.forEach(e -> book.tell(e.getValue()));
                return true;
              });
      String last = entries.get(entries.size() - 1).getKey();
      page = store.scan(Table.BITACORA, last, PAGE, Anotacion.class);
    }
  }

  private List<String> keys(Table table, String after) {
    Class<?> type = table == Table.ABIERTOS ? String.class : Documento.class;
    return store.scan(table, after, PAGE, type).stream().<String>map(Map.Entry::getKey).toList();
  }

  private boolean tell(Book book, Table table, String key) {
    String id =
        table == Table.ABIERTOS ? store.find(Table.ABIERTOS, key, String.class).orElse("") : key;
    java.util.Optional<Documento> doc = book.find(id);
    doc.ifPresent(book::tell);
    // One that was finished meanwhile is in the copy.
    return doc.isPresent() || (table == Table.ABIERTOS && id.isEmpty());
  }

  /**
   * The last entry that the second copy has; 0 if it has none.
   *
   * @throws IOException if it cannot be read
   */
  public static long copied(Journal journal) throws IOException {
    AtomicLong last = new AtomicLong();
    journal.readNewest(entry -> last.accumulateAndGet(entry.path("n").asLong(0), Math::max));
    return last.get();
  }
}
