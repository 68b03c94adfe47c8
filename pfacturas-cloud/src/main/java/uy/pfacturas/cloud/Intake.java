package uy.pfacturas.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Claim;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.DocumentoBuilder;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.input.Reading;
import uy.pfacturas.core.pedido.Pedido;

/** The way of a file from the mailbox to the door of {@link Drafting}: read, known or new. */
final class Intake {
  private static final Duration BUSY_WAIT = Duration.ofMillis(200);

  private final Works works;
  private final Closing closing;
  private final Drafting drafting;
  private final Requests requests;
  private final Optional<Instant> perdida;

  Intake(Works works, Closing closing, Drafting drafting, Requests requests) {
    this.works = works;
    this.closing = closing;
    this.drafting = drafting;
    this.requests = requests;
    this.perdida = works.station().retenidos().perdida();
  }

  /** Works off one file, soon. */
  void arrive(Buzon buzon, Claim claim) {
    works.signers().run(Long.MAX_VALUE, step(buzon, claim, () -> read(buzon, claim)));
  }

  private Runnable step(Buzon buzon, Claim claim, Runnable work) {
    return works
        .guard()
        .step(works.signers(), Long.MAX_VALUE, work, what -> poison(buzon, claim, what));
  }

  private void read(Buzon buzon, Claim claim) {
    Reading reading = buzon.mailbox().read(claim);
    if (reading instanceof Reading.Unreadable unreadable) {
      refuse(buzon, claim, unreadable.id().or(claim::id), unreadable.faults());
    } else if (reading instanceof Reading.Read read) {
      if (read.pedido() instanceof Pedido.Emision emision) {
        emit(buzon, claim, emision);
      } else {
        requests.answer(buzon, claim, read.pedido());
      }
    }
  }

  private void emit(Buzon buzon, Claim claim, Pedido.Emision emision) {
    Optional<String> idErp = claim.id().or(emision::id);
    if (idErp.isEmpty()) {
      refuse(buzon, claim, texts(buzon).motivo("ID_AUSENTE"));
      return;
    }
    String id = buzon.id(works.config().grupo(), idErp.get());
    if (!buzon.hogar().isHome(idErp.get()) && !isTakenOver(id)) {
      Motivo motivo =
          texts(buzon).motivo("ID_DE_OTRA_ESTACION", idErp.get(), buzon.hogar().texto());
      refuse(buzon, claim, idErp.filter(shown -> works.station().find(id).isEmpty()), motivo);
      return;
    }
    if (!emision.cfe().tipo().isContingencia() && isHeld(claim, id)) {
      Motivo motivo = texts(buzon).motivo("RETENIDO", idErp.get());
      board(
          buzon,
          claim.baseName(),
          works.answers().of(Estado.RETENIDO, idErp, Optional.of(motivo)),
          () -> closing.rejected(buzon, claim, motivo));
      return;
    }
    know(new Arrival(buzon, claim, emision, idErp.get(), id, 0, works.clock().instant()));
  }

  /** Whether a person brought this id here, before or after it got its number. */
  private boolean isTakenOver(String id) {
    return works.station().tomas().isPermitida(id)
        || works.station().find(id).filter(Documento::isTakenOver).isPresent();
  }

  /** Whether only a person knows if its paper exists: it is older than the loss of the store. */
  private boolean isHeld(Claim claim, String id) {
    return perdida.filter(lost -> !claim.written().isAfter(lost)).isPresent()
        && works.station().find(id).isEmpty()
        && works.station().retenidos().find(id).isEmpty();
  }

  /** The same request gets the same answer, and never a second document. */
  private void know(Arrival arrival) {
    Buzon buzon = arrival.buzon();
    if (!works.desk().take(arrival.id(), arrival.claim())) {
      works
          .signers()
          .runAfter(
              BUSY_WAIT, Long.MAX_VALUE, step(buzon, arrival.claim(), () -> know(arrival.again())));
      return;
    }
    Optional<Documento> old = works.station().find(arrival.id());
    boolean isFree =
        old.isEmpty()
            || old.get().situacion() == Situacion.RECIBIDO
            || old.get().situacion() == Situacion.RECHAZADO;
    if (isFree) {
      drafting.draft(arrival, old);
    } else if (old.get().isKnown(arrival.emision().huella())) {
      repeat(arrival, old.get());
    } else if (old.get().isOfPaper(arrival.numero())) {
      correct(arrival, old.get());
    } else {
      works.desk().release(arrival.id(), arrival.claim());
      Documento first = old.get();
      String named = first.numero().map(n -> n.texto()).orElse("") + " " + first.estado();
      refuse(
          buzon,
          arrival.claim(),
          texts(buzon).motivo("ID_REPETIDO", arrival.idErp(), named.strip()));
    }
  }

  /** Other content for a CFC that is kept: it is informed again, corrected. */
  private void correct(Arrival arrival, Documento old) {
    Buzon buzon = arrival.buzon();
    boolean isSaid =
        old.situacion().isSigned() && drafting.correct(arrival, old, f -> refuse(arrival, f));
    if (!isSaid) {
      // What is on its way is informed first; so is what it refers to.
      works.desk().release(arrival.id(), arrival.claim());
      works
          .signers()
          .runAfter(
              BUSY_WAIT, Long.MAX_VALUE, step(buzon, arrival.claim(), () -> know(arrival.again())));
    }
  }

  /** Refuses a correction; what was informed stays. */
  private void refuse(Arrival arrival, List<Fault> faults) {
    works.desk().release(arrival.id(), arrival.claim());
    refuse(arrival.buzon(), arrival.claim(), Optional.of(arrival.idErp()), faults);
  }

  /** The document exists already: this file gets its answer, now or when there is one. */
  private void repeat(Arrival arrival, Documento old) {
    Optional<Live> live = works.desk().find(arrival.id());
    boolean isItsFile = old.base().equals(arrival.claim().baseName()) && live.isPresent();
    if (isItsFile && !live.get().doc().situacion().isSigned()) {
      // Left in work by an earlier run; its document goes on from the store and frees it.
      Documento now = works.station().find(arrival.id()).orElse(old);
      boolean isBehind = live.get().doc().situacion() == Situacion.RECIBIDO;
      if (isBehind || now.situacion().isSigned() || now.situacion().isClosed()) {
        drafting.takeUp(live.get(), now);
      }
      return;
    }
    works.desk().release(arrival.id(), arrival.claim());
    String base = arrival.claim().baseName();
    Runnable after = () -> closing.processed(arrival.buzon(), arrival.claim());
    if (!works.desk().answer(arrival.id(), new Live.Repeat(base, after), () -> kept(arrival))) {
      Documento now = works.station().find(arrival.id()).orElse(old);
      Optional<Cfe> cfe = works.station().findContenido(arrival.id()).map(Issuing::parse);
      board(arrival.buzon(), base, works.answers().of(arrival.buzon(), now, cfe), after);
    }
  }

  /** A document that was let go of when only its delivery was left: a further file waits for it. */
  private Optional<Live> kept(Arrival arrival) {
    return works
        .station()
        .find(arrival.id())
        .filter(Documento::isUndelivered)
        .map(doc -> Live.kept(arrival.buzon(), works, doc, cfe(doc)));
  }

  private Cfe cfe(Documento signed) {
    return Issuing.parse(works.station().findContenido(signed.id()).orElseThrow());
  }

  /** Refuses a file that became no document. */
  private void refuse(Buzon buzon, Claim claim, Optional<String> idErp, List<Fault> faults) {
    Optional<Documento> old =
        idErp.flatMap(id -> works.station().find(buzon.id(works.config().grupo(), id)));
    // The answer of a document that exists stays under its id.
    Optional<String> shown = old.isEmpty() ? idErp : Optional.empty();
    Motivo motivo = texts(buzon).motivo(faults);
    board(
        buzon,
        claim.baseName(),
        works.answers().of(Estado.RECHAZADO, shown, Optional.of(motivo)),
        () -> closing.rejected(buzon, claim, faults));
  }

  private void refuse(Buzon buzon, Claim claim, Motivo motivo) {
    refuse(buzon, claim, Optional.empty(), motivo);
  }

  private void refuse(Buzon buzon, Claim claim, Optional<String> shown, Motivo motivo) {
    board(
        buzon,
        claim.baseName(),
        works.answers().of(Estado.RECHAZADO, shown, Optional.of(motivo)),
        () -> closing.rejected(buzon, claim, motivo));
  }

  private void board(
      Buzon buzon, String base, uy.pfacturas.cloud.mailbox.StatusFile status, Runnable after) {
    works
        .board()
        .post(new StatusBoard.Post(buzon, base, status, 0, Optional.empty(), List.of(after)));
  }

  /** The file made the program fail: it is put aside, unless its document has a number. */
  private void poison(Buzon buzon, Claim claim, String what) {
    Optional<Live> numbered = works.desk().findByClaim(claim).flatMap(works.desk()::find);
    if (numbered.isPresent() && numbered.get().doc().situacion() != Situacion.RECIBIDO) {
      drafting.broken(numbered.get(), what);
      return;
    }
    works.desk().findByClaim(claim).ifPresent(id -> works.desk().release(id, claim));
    refuse(buzon, claim, texts(buzon).motivo("INTERNO", what));
  }

  private static Texts texts(Buzon buzon) {
    return new Texts(buzon.locale());
  }

  /** A record for a file that was not recorded before. */
  static Documento record(Arrival arrival, Situacion situacion) {
    return DocumentoBuilder.builder()
        .id(arrival.id())
        .buzon(arrival.buzon().nombre())
        .idErp(arrival.idErp())
        .base(arrival.claim().baseName())
        .archivo(arrival.claim().fileName())
        .tipo(arrival.emision().cfe().tipo())
        .huella(arrival.emision().huella())
        .situacion(situacion)
        .desde(arrival.since())
        .imprimir(arrival.emision().impresion().imprimir() && arrival.numero().isEmpty())
        .referencias(List.of())
        .numero(arrival.numero())
        .numeroErp(arrival.numeroErp())
        .build();
  }
}
