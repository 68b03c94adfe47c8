package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Packed;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;

/**
 * The state machine: each method is one step of one document, compared and set in one commit. When
 * it returns, the step is stored and in the second copy, so that what depends on it may leave
 * (protocol §4, §5). Thread-safe; each method waits for its commit, throws {@link
 * uy.pfacturas.cloud.store.StoreException} where the disk did not take it, and may then be called
 * again.
 */
public final class Station {
  private final DocumentStore store;
  private final Clock clock;

  /** Over an opened store of this station (see {@link Opening}). */
  public Station(DocumentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The record of a document; empty if the station never stored it. */
  public Optional<Documento> find(String id) {
    return store.find(Table.DOCUMENTOS, id, Documento.class);
  }

  /** The content of a document: to be signed, or signed; empty if it never had a number. */
  public Optional<Contenido> findContenido(String id) {
    return store.find(Table.CONTENIDOS, id, Contenido.class);
  }

  /**
   * Keeps a document that waits for something before it can have a number, or refuses it by our own
   * rules ({@code RECHAZADO}). A record that is neither {@code RECIBIDO} nor {@code RECHAZADO} is
   * left as it is.
   *
   * @return the record as it stands now
   */
  public Documento recibir(Documento nuevo) {
    return change(
        book ->
            book.find(nuevo.id())
                .filter(old -> !old.situacion().leadsTo(Situacion.ENVIANDO))
                .orElseGet(() -> book.put(book.arrived(nuevo))));
  }

  /**
   * Takes the next number for a document that is ready to be sent: number, block and content in one
   * commit. Same id, same number for life: one that has its number already is {@code Ocupado}. A
   * CFC brings the number of its paper.
   */
  public Toma tomar(Documento nuevo, Contenido contenido) {
    if (nuevo.isPapel()) {
      return new Papeles(store, clock).tomar(nuevo, contenido);
    }
    return new Numbering(store, clock).tomar(nuevo, contenido);
  }

  /**
   * Closes the number of a document whose CAE can no longer sign, and takes a new one (S5). Empty
   * if the document has moved on, or there is no number: then it is {@code RECIBIDO} again with its
   * old number unused.
   */
  public Optional<Documento> renumerar(String id, Numero vencido) {
    return new Numbering(store, clock).renumerar(id, vencido);
  }

  /**
   * The decision for the cloud's signature: from now on this is the document. Empty if this number
   * is no longer being asked for, and then the signature is dropped (S1).
   */
  public Optional<Documento> firmar(
      String id, Numero numero, String hash, OffsetDateTime firmado, Contenido contenido) {
    return sign(Situacion.FIRMADO, id, numero, new Sealed(hash, firmado, contenido, false));
  }

  /**
   * The decision for a signature that was made here; from now on this is the document, and what the
   * cloud answers late falls away. Empty if the number was decided before, or another document got
   * a later time of signing meanwhile and this one was not allowed to go back: it is to be signed
   * anew.
   *
   * @param noAntes whether a time before the last one of this station is refused
   */
  public Optional<Documento> firmarAqui(
      String id,
      Numero numero,
      String hash,
      OffsetDateTime firmado,
      Contenido contenido,
      boolean noAntes) {
    Sealed sealed = new Sealed(hash, firmado, contenido, noAntes);
    return sign(Situacion.FIRMADO_CONTINGENCIA, id, numero, sealed);
  }

  /** The latest time of signing of this station, by whoever signed; empty before the first. */
  public Optional<OffsetDateTime> ultimaFirma() {
    return store.find(Table.ESTADO, Book.ULTIMA_FIRMA, OffsetDateTime.class);
  }

  /** A signature and what it signs. */
  private record Sealed(String hash, OffsetDateTime firmado, Contenido contenido, boolean noAntes) {
    boolean goesBack(Book book) {
      return noAntes && book.ultimaFirma().filter(firmado::isBefore).isPresent();
    }
  }

  private Optional<Documento> sign(Situacion as, String id, Numero numero, Sealed sealed) {
    Packed packed = Packed.of(sealed.contenido());
    Packed apunte = Packed.of(new Apunte.DeContenido(id, "firmado", sealed.contenido()));
    return change(
        book ->
            book.live(id, numero, Situacion.ENVIANDO)
                .filter(doc -> !sealed.goesBack(book))
                .map(
                    doc -> {
                      book.put(id, packed, apunte);
                      if (as == Situacion.FIRMADO_CONTINGENCIA) {
                        book.signedHere(numero);
                      }
                      return book.decide(
                          as.name().toLowerCase(Locale.ROOT),
                          DocumentoBuilder.builder(doc.in(as, now()))
                              .hash(Optional.of(sealed.hash()))
                              .firmado(Optional.of(sealed.firmado()))
                              .motivo(Optional.empty())
                              .toma(doc.toma().map(before -> book.vida().epoca()))
                              .build());
                    }));
  }

  /**
   * Closes a document: {@code RECHAZADO} or {@code EN_OTRA_ESTACION} from {@code ENVIANDO}, {@code
   * RECHAZADO_DGI} from a signed one; its number goes to the unused list in the same commit (S3).
   * Empty if this number is not the live one, or there is no such step.
   */
  public Optional<Documento> cerrar(String id, Numero numero, Situacion fin, Motivo motivo) {
    return change(
        book ->
            book.find(id)
                .filter(doc -> doc.isLive(numero) && doc.situacion().leadsTo(fin))
                .filter(doc -> fin.isClosed())
                .map(doc -> book.close(doc, fin, Optional.of(motivo))));
  }

  /** Withdraws a document that nobody signed; needs no answer of anybody (S4). */
  public Retiro retirar(String id) {
    return change(
        book ->
            book.find(id)
                .map(
                    doc ->
                        doc.situacion().leadsTo(Situacion.RETIRADO)
                            ? new Retiro.Retirado(
                                book.close(doc, Situacion.RETIRADO, Optional.empty()))
                            : new Retiro.NoRetirado(doc))
                .orElseGet(() -> new Retiro.Desconocido(id)));
  }

  /**
   * The cloud of this life has the document with this hash, at this level. Empty if that is not the
   * document's number and hash, or not the cloud's life; a lower level than known changes nothing:
   * what DGI has, a restored cloud does not undo. Not a decision, so the second copy is not told: a
   * delivery is repeated freely.
   */
  public Optional<Documento> entregado(
      String id, Numero numero, String hash, int nivel, long epoca) {
    return entregados(List.of(new Entregado(id, numero, hash, nivel, epoca, false))).get(0);
  }

  /**
   * That the cloud of this life has a document, as it acknowledged it.
   *
   * @param conflicto whether another number of the same id is firm, too
   */
  public record Entregado(
      String id, Numero numero, String hash, int nivel, long epoca, boolean conflicto) {}

  /** The same for several, in one commit; the results in their order. */
  public List<Optional<Documento>> entregados(List<Entregado> all) {
    return change(book -> all.stream().map(one -> Acuses.take(book, one)).toList());
  }

  /** Its paper exists. Empty if there is no such signed document. */
  public Optional<Documento> impreso(String id) {
    return change(
        book ->
            book.find(id)
                .filter(doc -> doc.situacion().isSigned())
                .map(
                    doc ->
                        doc.impreso()
                            ? doc
                            : book.put(DocumentoBuilder.builder(doc).impreso(true).build())));
  }

  /**
   * The answers to these documents are written; those that are not open any more need no look at
   * the next start. While the second copy lacks something nothing is finished: the next start, or
   * the copy's return, tells it of all that is not.
   */
  public void terminar(List<String> ids) {
    boolean done =
        !store.isCopied()
            || change(
                book -> {
                  List<Documento> finished =
                      ids.stream()
                          .flatMap(id -> book.find(id).stream())
                          .filter(doc -> !doc.isOpen())
                          .toList();
                  if (!finished.isEmpty()) {
                    book.finish(finished);
                  }
                  return true;
                });
    if (!done) {
      throw new IllegalStateException("change was not made");
    }
  }

  /**
   * Up to {@code max} documents that are not finished and arrived after this one, in their order of
   * arrival.
   *
   * @param after order of arrival, 0 for all
   * @return empty if there are no more
   */
  public List<Documento> abiertos(long after, int max) {
    List<Documento> page = List.of();
    String from = Book.key(after);
    List<Map.Entry<String, String>> open;
    do {
      open = store.scan(Table.ABIERTOS, from, max, String.class);
      page = open.stream().flatMap(entry -> find(entry.getValue()).stream()).toList();
      from = open.isEmpty() ? from : open.get(open.size() - 1).getKey();
    } while (page.isEmpty() && !open.isEmpty());
    return page;
  }

  /**
   * Notes in the second copy that the paper of a document is handed over before DGI had it (§6),
   * before that paper exists. Empty if there is no such signed document.
   */
  public Optional<Documento> anotarAntesDeDgi(String id) {
    return change(
        book ->
            book.find(id)
                .filter(doc -> doc.situacion().isSigned())
                .map(doc -> book.decide("entregado_antes_de_dgi", doc)));
  }

  /** How many documents are in each state; states without any are missing. */
  public Map<Estado, Long> cuentas() {
    return store
        .find(Table.ESTADO, Book.CONTADOR, Contador.class)
        .orElse(Contador.ZERO)
        .documentos();
  }

  /** Up to {@code max} records whose ids come after {@code after}, in the order of ids. */
  public List<Documento> scan(String after, int max) {
    return store.scan(Table.DOCUMENTOS, after, max, Documento.class).stream()
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * Says why a document does not move; the record keeps it, its state does not change. Empty if it
   * has moved on.
   */
  public Optional<Documento> explicar(String id, Situacion in, Motivo motivo) {
    return change(
        book ->
            book.find(id)
                .filter(doc -> doc.situacion() == in)
                .map(
                    doc ->
                        book.put(
                            DocumentoBuilder.builder(doc).motivo(Optional.of(motivo)).build())));
  }

  /** What is to be done where another station has the same id. */
  public Tomas tomas() {
    return new Tomas(store, clock);
  }

  /** Files older than the loss of a life. */
  public Retenidos retenidos() {
    return new Retenidos(store, clock);
  }

  private Instant now() {
    return clock.instant();
  }

  private <R> R change(java.util.function.Function<Book, R> step) {
    return new Scribe(store, clock).change(step);
  }
}
