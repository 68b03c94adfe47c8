package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Packed;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;

/**
 * Files older than the loss of store and second copy (protocol §11 U2): a paper of them may be in
 * somebody's hand, and only a person knows. As with {@link Station}, what is returned is stored and
 * copied.
 *
 * @param store of this station
 * @param clock says when
 */
public record Retenidos(DocumentStore store, Clock clock) {
  /** When the lives before were lost; empty where none was. */
  public Optional<Instant> perdida() {
    return store.find(Table.ESTADO, Book.VIDA, Vida.class).flatMap(Vida::perdida);
  }

  /** What a person said about an id; empty where nobody said anything. */
  public Optional<Suelto> find(String id) {
    return store.find(Table.ESTADO, Book.suelto(id), Suelto.class);
  }

  /** A person says what became of the paper of an id. Repeatable; the last word counts. */
  public void soltar(String id, Suelto suelto) {
    boolean unused =
        new Scribe(store, clock)
            .change(
                book -> {
                  book.release(id, suelto);
                  return true;
                });
  }

  /** No paper bears this number of a lost life: it will never be used, and the cloud is told. */
  public void sinPapel(Numero numero) {
    boolean unused =
        new Scribe(store, clock)
            .change(
                book -> {
                  book.unused("sin-papel", book.sinUso().with(numero));
                  return true;
                });
  }

  /**
   * The document of a lost life is known again: from now on this is the document. Empty if the id
   * has moved on.
   *
   * @param enMano whether its paper was handed over
   */
  public Optional<Documento> recuperar(
      Documento nuevo,
      Numero numero,
      String hash,
      OffsetDateTime firmado,
      Contenido contenido,
      boolean enMano) {
    Packed packed = Packed.of(contenido);
    Packed apunte = Packed.of(new Apunte.DeContenido(nuevo.id(), "recuperado", contenido));
    return new Scribe(store, clock)
        .change(
            book -> {
              Optional<Documento> old = book.find(nuevo.id());
              if (old.filter(doc -> !doc.situacion().leadsTo(Situacion.ENVIANDO)).isPresent()) {
                return Optional.empty();
              }
              book.put(nuevo.id(), packed, apunte);
              Documento found =
                  DocumentoBuilder.builder(book.arrived(nuevo))
                      .situacion(Situacion.FIRMADO)
                      .numero(Optional.of(numero))
                      .hash(Optional.of(hash))
                      .firmado(Optional.of(firmado))
                      .impreso(enMano)
                      .motivo(Optional.empty())
                      .build();
              return Optional.of(book.decide("recuperado", found));
            });
  }
}
