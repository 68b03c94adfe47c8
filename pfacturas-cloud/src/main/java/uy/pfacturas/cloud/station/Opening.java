package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.Optional;
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
  /** What a file that could be opened is. */
  public enum Fitness {
    /** It knows all that was said to its second copy. */
    GOOD,
    /** It holds no station: a new file, or one that lost its content. */
    EMPTY,
    /** It knows less than was said to its second copy: using it would give numbers twice. */
    OLD
  }

  /**
   * Compares a store with its second copy.
   *
   * @param copied the last entry of the copy; 0 if it has none
   * @throws StoreException if the store is another's
   */
  public Fitness fitness(DocumentStore store, long copied) {
    Optional<Vida> stamped = store.find(Table.ESTADO, Book.VIDA, Vida.class);
    stamped.ifPresent(this::refuseOther);
    if (stamped.isEmpty()) {
      return Fitness.EMPTY;
    }
    return copied > told(store) ? Fitness.OLD : Fitness.GOOD;
  }

  static long told(DocumentStore store) {
    return store.find(Table.ESTADO, Book.CONTADOR, Contador.class).orElse(Contador.ZERO).apuntes();
  }

  /**
   * Stamps a new store, and says again to the second copy what a crash may have kept from it.
   * Repeatable.
   *
   * @param life name of the life of a store that is new
   * @throws StoreException if this store must not be used
   */
  public void check(DocumentStore store, long copied, String life, Clock clock) {
    Fitness fitness = fitness(store, copied);
    if (fitness == Fitness.OLD) {
      throw new StoreException(
          "El almacén es más viejo que la segunda copia (apunte "
              + told(store)
              + " contra "
              + copied
              + "): usarlo repetiría números ya dados.");
    }
    Vida born = new Vida(ambiente, instalacion, ruc, life, 0, false);
    boolean isNew =
        new Scribe(store, clock)
            .change(
                book -> {
                  if (fitness == Fitness.EMPTY) {
                    book.decide("inicio", born);
                  }
                  return fitness == Fitness.EMPTY;
                });
    if (!isNew && store.isCopied()) {
      new Telling(store, clock).tell(copied);
    }
  }

  /**
   * Stamps a store that is new, after the lives before were lost with all that they knew.
   *
   * @param life name of its life
   */
  public void begin(DocumentStore store, String life, Clock clock) {
    Vida born = new Vida(ambiente, instalacion, ruc, life, 0, true, Optional.of(clock.instant()));
    boolean unused =
        new Scribe(store, clock)
            .change(
                book -> {
                  book.decide("perdida", born);
                  return true;
                });
  }

  /**
   * @throws StoreException if a store of this life is another's
   */
  void refuseOther(Vida vida) {
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
}
