package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Numeracion;
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

  /** What is in stock of this type, to be numbered so. */
  public Bloques bloques(TipoCfe tipo, Numeracion numeracion) {
    return store.find(Table.ESTADO, Book.key(tipo, numeracion), Bloques.class).orElse(Bloques.NONE);
  }

  /** What is in stock of this type for this program to number with. */
  public Bloques bloques(TipoCfe tipo) {
    return bloques(tipo, Numeracion.PROGRAMA);
  }

  /**
   * What is in stock of each type that this station ever had numbers of, for this program to number
   * with. Blocks whose CAE has ended are closed, the ERP's too, and what they have left is on the
   * unused list.
   */
  public Map<TipoCfe, Bloques> vigentes() {
    return change(
        book -> {
          Stock stock = new Stock(book, clock);
          Map<TipoCfe, Bloques> all = new EnumMap<>(TipoCfe.class);
          for (TipoCfe tipo : TipoCfe.values()) {
            if (!book.bloques(tipo, Numeracion.PROGRAMA).equals(Bloques.NONE)) {
              all.put(tipo, stock.vigentes(tipo, Numeracion.PROGRAMA));
            }
            var unused = stock.vigentes(tipo, Numeracion.ERP);
          }
          return all;
        });
  }

  /** How many numbers are left of each type that this station ever had numbers of. */
  public Map<TipoCfe, Integer> stock() {
    Map<TipoCfe, Integer> left = new EnumMap<>(TipoCfe.class);
    for (TipoCfe tipo : TipoCfe.values()) {
      Bloques own = bloques(tipo);
      Bloques erp = bloques(tipo, Numeracion.ERP);
      if (own.isUsed() || erp.isUsed()) {
        left.put(tipo, own.quedan() + erp.quedan());
      }
    }
    return left;
  }

  /** The request for a block of this type: the one under way, else a new one. */
  public Bloques.Pedida pedir(TipoCfe tipo, int cantidad) {
    return change(
        book -> {
          Bloques bloques = book.bloques(tipo, Numeracion.PROGRAMA);
          Optional<Bloques.Pedida> underway = bloques.pedida();
          if (underway.isPresent()) {
            return underway.get();
          }
          Bloques.Pedida pedida =
              new Bloques.Pedida(book.nextSolicitud(), cantidad, Optional.empty());
          book.decide("pedido", tipo, Numeracion.PROGRAMA, bloques.with(pedida));
          return pedida;
        });
  }

  /**
   * The request for a block that begins with this number. One under way keeps its name, so that
   * what the cloud may have given for it is not lost: then that block comes, and this is asked
   * next.
   */
  public Bloques.Pedida pedir(Numero desde, int cantidad) {
    return change(
        book -> {
          Bloques bloques = book.bloques(desde.tipo(), Numeracion.ERP);
          Optional<Bloques.Pedida> underway = bloques.pedida();
          Optional<Numero> begin = Optional.of(desde);
          if (underway.filter(p -> p.desde().equals(begin)).isPresent()) {
            return underway.get();
          }
          String solicitud = underway.map(Bloques.Pedida::solicitud).orElseGet(book::nextSolicitud);
          Bloques.Pedida pedida = new Bloques.Pedida(solicitud, cantidad, begin);
          book.decide("pedido", desde.tipo(), Numeracion.ERP, bloques.with(pedida));
          return pedida;
        });
  }

  /**
   * Opens the block that was asked for; false if this request is not the one under way, and then
   * the block was opened before, or if another life of the cloud gave it.
   */
  public boolean abrir(TipoCfe tipo, Numeracion numeracion, Bloque bloque) {
    return change(
        book -> {
          Bloques bloques = book.bloques(tipo, numeracion);
          boolean asked =
              bloque.epoca() == book.vida().epoca()
                  && bloques
                      .pedida()
                      .filter(p -> p.solicitud().equals(bloque.solicitud()))
                      .isPresent();
          if (asked) {
            book.decide(
                "abierto",
                tipo,
                numeracion,
                bloques.with(new Bloques.Abierto(bloque.rango(), bloque.cae())));
          }
          return asked;
        });
  }

  /** Numbers that are to be stated as unused. */
  public List<Rango> sinUso() {
    return store.find(Table.ESTADO, Book.SIN_USO, Unused.class).orElse(Unused.NONE).pendientes();
  }

  /** All numbers that this station will never use, stated or not. */
  public List<Rango> todoSinUso() {
    return store
        .find(Table.ESTADO, Book.SIN_USO, Unused.class)
        .orElse(Unused.NONE)
        .again()
        .pendientes();
  }

  /** Opens a block that this program numbers from. */
  public boolean abrir(TipoCfe tipo, Bloque bloque) {
    return abrir(tipo, Numeracion.PROGRAMA, bloque);
  }

  /** The cloud of this life acknowledged these; false if it is an older life. */
  public boolean acusado(List<Rango> stated, long epoca) {
    return change(
        book -> {
          boolean counts = book.vida().epoca() == epoca;
          if (counts) {
            book.unused("acusado", book.sinUso().acknowledged(stated));
          }
          return counts;
        });
  }

  /**
   * The cloud took the declaration of this life for this epoch; false if one of them is over, and
   * then it is to be declared again.
   */
  public boolean declarado(String encarnacion, long epoca) {
    return change(
        book -> {
          Vida vida = book.vida();
          boolean counts = vida.encarnacion().equals(encarnacion) && vida.epoca() == epoca;
          if (counts && vida.porDeclarar()) {
            book.decide("declarado", vida.declarada());
          }
          return counts;
        });
  }

  /**
   * What an epoch in an answer means. A higher one than known is stored, and in the same commit all
   * that older lives acknowledged counts as not acknowledged: it is to be declared, delivered and
   * stated again (protocol §8.2).
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
          book.put(Reentrega.begin(epoca));
          return Epoca.NUEVA;
        });
  }

  private <R> R change(java.util.function.Function<Book, R> step) {
    return new Scribe(store, clock).change(step);
  }
}
