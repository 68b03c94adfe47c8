package uy.pfacturas.cloud.station;

import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Packed;
import uy.pfacturas.core.cfe.Numero;

/** Gives documents their numbers from the station's blocks, the ERP's choice or the next one. */
final class Numbering {
  private final Clock clock;
  private final Scribe scribe;

  Numbering(DocumentStore store, Clock clock) {
    this.clock = clock;
    this.scribe = new Scribe(store, clock);
  }

  /** See {@link Station#tomar}; not for a CFC. */
  Toma tomar(Documento nuevo, Contenido contenido) {
    Packed packed = Packed.of(contenido);
    Packed apunte = Packed.of(new Apunte.DeContenido(nuevo.id(), "por-firmar", contenido));
    return scribe.change(
        book -> {
          Optional<Documento> old = book.find(nuevo.id());
          boolean taken = book.isPermitted(nuevo.id());
          if (old.isPresent() && !isFree(old.get(), taken)) {
            return new Toma.Ocupado(old.get());
          }
          Stock stock = new Stock(book, clock);
          Optional<Bloques.Toma> toma =
              nuevo.numeroErp().map(stock::tomar).orElseGet(() -> stock.tomar(nuevo.tipo()));
          if (toma.isEmpty()) {
            return nuevo
                .numeroErp()
                .flatMap(numero -> spent(book, numero))
                .orElseGet(() -> new Toma.SinNumero(book.put(book.arrived(nuevo))));
          }
          book.put(nuevo.id(), packed, apunte);
          book.taken(nuevo.id());
          boolean isTaken = taken || old.filter(Documento::isTakenOver).isPresent();
          Documento numbered =
              DocumentoBuilder.builder(book.arrived(nuevo))
                  .situacion(Situacion.ENVIANDO)
                  .toma(isTaken ? Optional.of(book.vida().epoca()) : Optional.empty())
                  .ajeno(Optional.empty())
                  .numero(Optional.of(toma.get().numero()))
                  .cae(Optional.of(toma.get().cae()))
                  .motivo(Optional.empty())
                  .build();
          int left =
              nuevo
                  .numeroErp()
                  .map(toma.get().quedan()::after)
                  .orElseGet(toma.get().quedan()::quedan);
          return new Toma.Numerado(book.decide("enviando", numbered), left);
        });
  }

  /** Why a number that the ERP chose cannot be taken any more; empty if that is not known. */
  private static Optional<Toma> spent(Book book, Numero numero) {
    return book.sinUso().contains(numero)
        ? Optional.of(new Toma.Anulado())
        : book.titular(numero).flatMap(book::find).map(Toma.Repetido::new);
  }

  private static boolean isFree(Documento old, boolean taken) {
    return old.situacion().leadsTo(Situacion.ENVIANDO)
        || (taken && old.situacion() == Situacion.EN_OTRA_ESTACION);
  }

  /** See {@link Station#renumerar}. */
  Optional<Documento> renumerar(String id, Numero vencido) {
    return scribe.change(
        book -> {
          Optional<Documento> live = book.live(id, vencido, Situacion.ENVIANDO);
          if (live.isEmpty()) {
            return Optional.empty();
          }
          Optional<Bloques.Toma> toma = new Stock(book, clock).tomar(vencido.tipo());
          Documento next =
              DocumentoBuilder.builder(live.get())
                  .situacion(toma.isPresent() ? Situacion.ENVIANDO : Situacion.RECIBIDO)
                  .desde(clock.instant())
                  .numero(toma.map(Bloques.Toma::numero))
                  .cae(toma.map(Bloques.Toma::cae))
                  .build();
          return Optional.of(book.decide("renumerado", next, Optional.of(vencido)));
        });
  }
}
