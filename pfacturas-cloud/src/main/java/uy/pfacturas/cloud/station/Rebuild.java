package uy.pfacturas.cloud.station;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Packed;
import uy.pfacturas.core.input.Numeracion;
import uy.pfacturas.core.json.Json;

/**
 * Makes the store anew from its second copy (protocol §8.1): as a new life, without the blocks of
 * the old one, and with all to be declared. Reads the copy once, from its begin to its end, and
 * holds little of it.
 */
public final class Rebuild {
  private static final int GROUP = 100;

  /** What came of it. */
  public sealed interface Outcome {
    /** The store is made; so many documents are in it. */
    record Done(long documentos) implements Outcome {}

    /** The copy lacks entries that nothing after them tells again; the store is of no use. */
    record Incomplete() implements Outcome {}
  }

  /** The entries of a second copy. */
  @FunctionalInterface
  public interface Entries {
    /**
     * Gives them all, the oldest first.
     *
     * @throws IOException if they cannot be read
     */
    void readAll(Consumer<JsonNode> reader) throws IOException;
  }

  private final Opening opening;
  private final DocumentStore store;
  private final Clock clock;
  private final Order order = new Order();
  private final List<Consumer<Book>> waiting = new ArrayList<>();
  private Optional<Vida> vida = Optional.empty();

  /**
   * @param opening whose store it has to be
   * @param store empty, without a second copy of its own
   */
  public Rebuild(Opening opening, DocumentStore store, Clock clock) {
    this.opening = opening;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Makes it.
   *
   * @param life name of the new life; it counts once the second copy has it
   * @throws IOException if the copy cannot be read
   * @throws uy.pfacturas.cloud.store.StoreException if the copy is another station's, or the store
   *     cannot be written
   */
  public Outcome run(Entries copy, String life) throws IOException {
    copy.readAll(this::take);
    if (vida.isEmpty() || !order.isWhole()) {
      return new Outcome.Incomplete();
    }
    Vida reborn = vida.get().renacida(life);
    waiting.add(
        book -> {
          book.told(order.last());
          book.restore(reborn);
          book.put(Reentrega.begin(reborn.epoca()));
        });
    flush();
    return new Outcome.Done(
        store
            .find(uy.pfacturas.cloud.store.Table.ESTADO, Book.CONTADOR, Contador.class)
            .orElse(Contador.ZERO)
            .documentos()
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .sum());
  }

  private void take(JsonNode entry) {
    if (entry.has("contenido")) {
      Apunte.DeContenido said = read(entry, Apunte.DeContenido.class);
      Packed packed = Packed.of(said.contenido());
      later(book -> book.restore(said.id(), packed));
      return;
    }
    Apunte said = read(entry, Apunte.class);
    order.next(said.n(), said.hecho(), said.previo());
    said.vida()
        .ifPresent(
            v -> {
              opening.refuseOther(v);
              vida = Optional.of(v);
            });
    said.documento()
        .ifPresent(
            doc ->
                later(
                    book -> {
                      book.restore(doc);
                      book.open(doc);
                      if (doc.isTakenOver()) {
                        book.taken(doc.id());
                      }
                    }));
    said.bloques()
        .filter(blocks -> said.numeracion().equals(Optional.of(Numeracion.ERP)))
        .ifPresent(blocks -> later(book -> book.restore(said.tipo().orElseThrow(), blocks)));
    said.bitacora().ifPresent(turn -> later(book -> book.restore(turn)));
    said.cabeza().ifPresent(end -> later(book -> book.restore(end)));
    said.toma().ifPresent(id -> later(book -> book.restorePermit(id)));
    said.sinUso().ifPresent(unused -> later(book -> book.restore(unused)));
    said.terminados().ifPresent(docs -> later(book -> docs.forEach(t -> finished(book, t))));
  }

  private static void finished(Book book, Apunte.Terminado t) {
    book.find(t.id())
        .ifPresent(
            doc -> {
              book.restore(
                  DocumentoBuilder.builder(doc)
                      .nivel(t.nivel())
                      .acuse(t.acuse())
                      .impreso(t.impreso())
                      .build());
              book.finish(doc);
            });
  }

  private static <T> T read(JsonNode entry, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(entry, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void later(Consumer<Book> step) {
    waiting.add(step);
    if (waiting.size() >= GROUP) {
      flush();
    }
  }

  private void flush() {
    List<Consumer<Book>> group = List.copyOf(waiting);
    boolean unused =
        new Scribe(store, clock)
            .change(
                book -> {
                  group.forEach(step -> step.accept(book));
                  return true;
                });
    waiting.clear();
  }

  /** Whether the entries follow each other, or what was lost between them is told again. */
  static final class Order {
    private long last;
    private boolean isBroken;
    private boolean isOwed;
    private boolean isTellingAll;

    void next(long n, String hecho, Optional<Long> previo) {
      boolean isGap = n != last + 1;
      boolean isTold = isGap && previo.isPresent() && previo.get() == last;
      isOwed |= isTold;
      if (isGap && !isTold) {
        isBroken = true;
        isTellingAll = false;
      }
      if (hecho.equals(Apunte.TODO)) {
        isTellingAll = true;
      } else if (hecho.equals(Apunte.ABIERTO)) {
        isTellingAll = false;
      } else if (hecho.equals(Apunte.AL_DIA)) {
        isOwed = false;
        isBroken &= !isTellingAll;
        isTellingAll = false;
      }
      last = n;
    }

    long last() {
      return last;
    }

    boolean isWhole() {
      return !isBroken && !isOwed;
    }
  }
}
