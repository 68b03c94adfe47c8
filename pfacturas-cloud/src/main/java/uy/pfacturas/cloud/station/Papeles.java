package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Packed;
import uy.pfacturas.core.cfe.Numero;

/**
 * The numbers of CFC: they come from paper, are of no block, never stated unused, and each belongs
 * to one id. As with {@link Station}, what is returned is stored and copied.
 *
 * @param store of this station
 * @param clock says when
 */
record Papeles(DocumentStore store, Clock clock) {
  /**
   * Keeps a CFC to be informed under the number of its paper: for the first time, or in place of
   * what was informed under the same id and number.
   *
   * @param nuevo with number and constancia
   */
  Toma tomar(Documento nuevo, Contenido contenido) {
    Packed packed = Packed.of(contenido);
    Packed apunte = Packed.of(new Apunte.DeContenido(nuevo.id(), "por-firmar", contenido));
    return new Scribe(store, clock).change(book -> tomar(book, nuevo, packed, apunte));
  }

  private static Toma tomar(Book book, Documento nuevo, Packed packed, Packed apunte) {
    Optional<Documento> old = book.find(nuevo.id());
    if (old.filter(doc -> !isFree(doc, nuevo)).isPresent()) {
      return new Toma.Ocupado(old.get());
    }
    Numero numero = nuevo.numero().orElseThrow();
    Optional<String> holder = book.titular(numero);
    Optional<Documento> other = holder.filter(id -> !id.equals(nuevo.id())).flatMap(book::find);
    if (other.filter(doc -> !doc.situacion().isClosed()).isPresent()) {
      return new Toma.Repetido(other.get());
    }
    // Refused before it was ever kept under this number is not informed before.
    Optional<Documento> informed = old.filter(doc -> holder.equals(Optional.of(doc.id())));
    informed.ifPresent(book::deliveredOrClosed);
    Papel papel = nuevo.papel().orElseThrow();
    Documento kept =
        DocumentoBuilder.builder(book.arrived(nuevo))
            .situacion(Situacion.ENVIANDO)
            .papel(
                informed
                    .map(doc -> papel.after(doc.papel().orElseThrow().anteriores(), doc.huella()))
                    .or(() -> Optional.of(papel)))
            .motivo(Optional.empty())
            .build();
    book.put(nuevo.id(), packed, apunte);
    return new Toma.Numerado(book.decide(informed.isPresent() ? "corregido" : "enviando", kept), 0);
  }

  private static boolean isFree(Documento old, Documento nuevo) {
    return old.situacion().leadsTo(Situacion.ENVIANDO) || old.isCorrectedBy(nuevo);
  }
}
