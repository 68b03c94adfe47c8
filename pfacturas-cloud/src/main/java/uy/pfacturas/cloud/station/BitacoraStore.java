package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import uy.pfacturas.cloud.contingencia.Anotacion;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.cloud.contingencia.Cabeza;
import uy.pfacturas.cloud.contingencia.Cambio;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Table;

/**
 * The journal of contingencia in the station's store. Its documents are counted in the commits that
 * decide for them, so that no crash makes them wrong. Thread-safe.
 */
public final class BitacoraStore {
  private final DocumentStore store;
  private final Clock clock;

  /** Over an opened store of this station (see {@link Opening}). */
  public BitacoraStore(DocumentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Adds a turn; stored and copied when this returns.
   *
   * @throws uy.pfacturas.cloud.store.StoreException if the disk did not take it
   */
  public Anotacion write(Cambio cambio) {
    try {
      return store.commit(draft -> new Book(draft, clock.instant()).enter(cambio)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** All of it, verified. */
  public Bitacora read() {
    // The end first: an entry that is added meanwhile is not taken for a break.
    Cabeza cabeza = store.find(Table.ESTADO, Book.BITACORA, Cabeza.class).orElse(Cabeza.NONE);
    List<Anotacion> all = new ArrayList<>();
    String after = "";
    List<Map.Entry<String, Anotacion>> page;
    do {
      page = store.scan(Table.BITACORA, after, 500, Anotacion.class);
      page.forEach(e -> all.add(e.getValue()));
      after = page.isEmpty() ? after : page.get(page.size() - 1).getKey();
    } while (!page.isEmpty());
    all.removeIf(entry -> entry.n() > cabeza.n());
    return Bitacora.of(all, cabeza);
  }
}
