package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import uy.pfacturas.cloud.journal.Journal;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.StoreException;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.empresa.Ambiente;

/**
 * The start of a station on its store: a new one is stamped, one of another world, company or
 * installation is refused, and so is one that is older than its second copy.
 *
 * @param ambiente the world
 * @param instalacion the installation
 * @param ruc the company
 */
public record Opening(Ambiente ambiente, String instalacion, String ruc) {
  /**
   * Checks the store and says again to the second copy what is not finished, since a crash may have
   * kept it from there. Repeatable.
   *
   * @param life name of the life of a store that is new
   * @throws StoreException if this store must not be used
   */
  public void check(DocumentStore store, long copied, String life, Clock clock) {
    Optional<Vida> stamped = store.find(Table.ESTADO, Book.VIDA, Vida.class);
    stamped.ifPresent(this::refuseOther);
    long told =
        store.find(Table.ESTADO, Book.CONTADOR, Contador.class).orElse(Contador.ZERO).apuntes();
    if (copied > told) {
      throw new StoreException(
          "El almacén es más viejo que la segunda copia (apunte "
              + told
              + " contra "
              + copied
              + "): usarlo repetiría números ya dados. No se emite nada. Devuelva el almacén"
              + " correcto a su lugar o avise a soporte; no borre ninguno de los dos.");
    }
    boolean done =
        store
            .commit(
                draft -> {
                  Book book = new Book(draft, clock.instant());
                  if (stamped.isEmpty()) {
                    book.decide("inicio", new Vida(ambiente, instalacion, ruc, life, 0));
                  }
                  return true;
                })
            .join();
    if (done) {
      repeat(store, clock);
    }
  }

  private void refuseOther(Vida vida) {
    if (vida.ambiente() != ambiente) {
      throw new StoreException(
          "El almacén es del ambiente "
              + vida.ambiente().palabra()
              + " y la configuración dice "
              + ambiente.palabra()
              + ". Los ambientes nunca se mezclan: use otra carpeta de datos.");
    }
    if (!vida.ruc().equals(ruc) || !vida.instalacion().equals(instalacion)) {
      throw new StoreException(
          "El almacén es de la instalación "
              + vida.instalacion()
              + " de "
              + vida.ruc()
              + ". Use otra carpeta de datos o corrija la configuración.");
    }
  }

  private static void repeat(DocumentStore store, Clock clock) {
    String after = "";
    List<java.util.Map.Entry<String, String>> page;
    do {
      page = store.scan(Table.ABIERTOS, after, 500, String.class);
      List<String> ids = page.stream().map(java.util.Map.Entry::getValue).toList();
      after = page.isEmpty() ? after : page.get(page.size() - 1).getKey();
      boolean whole = store.commit(draft -> repeat(new Book(draft, clock.instant()), ids)).join();
      if (!whole) {
        throw new StoreException("El almacén está dañado: falta uno de los documentos " + ids);
      }
    } while (!page.isEmpty());
  }

  private static boolean repeat(Book book, List<String> ids) {
    return ids.stream()
        .allMatch(id -> book.find(id).map(doc -> book.decide("abierto", doc)).isPresent());
  }

  /**
   * The last entry that the second copy has; 0 if it has none.
   *
   * @throws java.io.IOException if it cannot be read
   */
  public static long copied(Journal journal) throws java.io.IOException {
    AtomicLong last = new AtomicLong();
    journal.readNewest(entry -> last.accumulateAndGet(entry.path("n").asLong(0), Math::max));
    return last.get();
  }
}
