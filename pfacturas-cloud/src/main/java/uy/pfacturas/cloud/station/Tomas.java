package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;

/**
 * Ids that another station has, too: taken over by a person, left to the other one, or issued twice
 * (protocol §9, §11). As with {@link Station}, what is returned is stored and copied.
 *
 * @param store of this station
 * @param clock says when
 */
public record Tomas(DocumentStore store, Clock clock) {
  /**
   * A person takes this id over from another station (protocol §9): its next number here is asked
   * for with that right. Repeatable.
   */
  public void permitir(String id) {
    boolean unused =
        new Scribe(store, clock)
            .change(
                book -> {
                  if (!book.isPermitted(id)) {
                    book.permit(id);
                  }
                  return true;
                });
  }

  /** Whether a person takes this id over and it has no number here yet. */
  public boolean isPermitida(String id) {
    return store.find(Table.ESTADO, Book.toma(id), Boolean.class).orElse(false);
  }

  /** Documents of which the cloud has another one under the same id, oldest first. */
  public List<Conflicto> conflictos() {
    return store
        .find(Table.ESTADO, Book.CONFLICTOS, Conflictos.class)
        .orElse(Conflictos.NONE)
        .todos();
  }

  /**
   * Another station has the id: closes a document that nobody signed, or one that was taken over
   * and whose delivery was refused before its paper was released; its number is unused. Empty if
   * there is no such step.
   */
  public Optional<Documento> ceder(String id, Numero numero, Motivo motivo, Optional<Ajeno> ajeno) {
    return new Scribe(store, clock)
        .change(
            book ->
                book.find(id)
                    .filter(doc -> doc.isLive(numero))
                    .filter(
                        doc ->
                            doc.situacion() == Situacion.ENVIANDO
                                || doc.isAwaited(book.vida().epoca()))
                    .map(doc -> DocumentoBuilder.builder(doc).ajeno(ajeno).build())
                    .map(doc -> book.close(doc, Situacion.EN_OTRA_ESTACION, Optional.of(motivo))));
  }
}
