package uy.pfacturas.cloud.station;

import java.util.Optional;

/** What the cloud says of the documents that it has, as it comes into the book. */
final class Acuses {
  private Acuses() {}

  /** The document as it stands then; empty if it is not what was acknowledged. */
  static Optional<Documento> take(Book book, Station.Entregado said) {
    return book.find(said.id())
        .filter(doc -> doc.isLive(said.numero()) && doc.situacion().isSigned())
        .filter(doc -> doc.hash().equals(Optional.of(said.hash())))
        .filter(doc -> book.vida().epoca() == said.epoca())
        .map(
            doc ->
                doc.nivel() >= said.nivel() && doc.acuse() == said.epoca()
                    ? doc
                    : acknowledged(book, doc, said));
  }

  /** The paper of one that was taken over depends on it, so that the copy is told. */
  private static Documento acknowledged(Book book, Documento doc, Station.Entregado said) {
    book.deliveredOrClosed(doc);
    if (said.conflicto()) {
      book.conflict(doc);
    }
    Documento next =
        DocumentoBuilder.builder(doc)
            .nivel(Math.max(doc.nivel(), said.nivel()))
            .acuse(said.epoca())
            .build();
    return doc.isReleased() ? book.put(next) : book.decide("entregado", next);
  }
}
