package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Rango;

/**
 * The station's stock of numbers, its unused list, and its life and the cloud's: what it asks and
 * states beside its documents (protocol §7, S3). As with {@link Station}, what is returned is
 * stored and copied. Thread-safe.
 */
public final class Numbers {
  private final DocumentStore store;
  private final Clock clock;

  /** Over an opened store of this station (see {@link Opening}). */
  public Numbers(DocumentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whose store this is, and the cloud's epoch. */
  public Vida vida() {
    return store.find(Table.ESTADO, Book.VIDA, Vida.class).orElseThrow();
  }

  /** What is in stock of this type. */
  public Bloques bloques(TipoCfe tipo) {
    return store.find(Table.ESTADO, Book.key(tipo), Bloques.class).orElse(Bloques.NONE);
  }

  /**
   * What is in stock of each type that this station ever had numbers of. Blocks whose CAE has ended
   * are closed, and what they have left is on the unused list.
   */
  public Map<TipoCfe, Bloques> vigentes() {
    return change(
        book -> {
          Stock stock = new Stock(book, clock);
          Map<TipoCfe, Bloques> all = new EnumMap<>(TipoCfe.class);
          Arrays.stream(TipoCfe.values())
              .filter(tipo -> !book.bloques(tipo).equals(Bloques.NONE))
              .forEach(tipo -> all.put(tipo, stock.vigentes(tipo)));
          return all;
        });
  }

  /** How many numbers are left of each type that this station ever had numbers of. */
  public Map<TipoCfe, Integer> stock() {
    Map<TipoCfe, Integer> left = new EnumMap<>(TipoCfe.class);
    for (TipoCfe tipo : TipoCfe.values()) {
      Bloques bloques = bloques(tipo);
      if (bloques.isUsed()) {
        left.put(tipo, bloques.quedan());
      }
    }
    return left;
  }

  /** The request for a block of this type: the one under way, else a new one. */
  public Bloques.Pedida pedir(TipoCfe tipo, int cantidad) {
    return change(
        book -> {
          Bloques bloques = book.bloques(tipo);
          Optional<Bloques.Pedida> underway = bloques.pedida();
          if (underway.isPresent()) {
            return underway.get();
          }
          Bloques.Pedida pedida = new Bloques.Pedida(book.nextSolicitud(), cantidad);
          book.decide("pedido", tipo, bloques.with(pedida));
          return pedida;
        });
  }

  /**
   * Opens the block that was asked for; false if this request is not the one under way, and then
   * the block was opened before.
   */
  public boolean abrir(TipoCfe tipo, Bloque bloque) {
    return change(
        book -> {
          Bloques bloques = book.bloques(tipo);
          boolean asked =
              bloques.pedida().filter(p -> p.solicitud().equals(bloque.solicitud())).isPresent();
          if (asked) {
            book.decide(
                "abierto", tipo, bloques.with(new Bloques.Abierto(bloque.rango(), bloque.cae())));
          }
          return asked;
        });
  }

  /** Numbers that are to be stated as unused. */
  public List<Rango> sinUso() {
    return store.find(Table.ESTADO, Book.SIN_USO, Unused.class).orElse(Unused.NONE).pendientes();
  }

  /** The cloud acknowledged these. */
  public void acusado(List<Rango> stated) {
    Unused left =
        change(
            book -> {
              Unused next = book.sinUso().acknowledged(stated);
              book.unused("acusado", next);
              return next;
            });
    if (left.pendientes().containsAll(stated)) {
      throw new IllegalStateException("statement was not taken off: " + stated);
    }
  }

  /**
   * What an epoch in an answer means. A higher one than known is stored, and everything unused is
   * to be stated again.
   */
  public Epoca ver(long epoca) {
    return change(
        book -> {
          Vida vida = book.vida();
          if (epoca <= vida.epoca()) {
            return epoca == vida.epoca() ? Epoca.ACTUAL : Epoca.ANTERIOR;
          }
          book.decide("epoca", vida.withEpoca(epoca));
          if (vida.epoca() == 0) {
            return Epoca.ACTUAL;
          }
          book.unused("epoca", book.sinUso().again());
          return Epoca.NUEVA;
        });
  }

  private <R> R change(Function<Book, R> step) {
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
