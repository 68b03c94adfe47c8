package uy.pfacturas.cloud;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.exchange.Step;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.print.PrintOutcome;

/**
 * Delivers signed documents until the cloud acknowledges them, the oldest first and notes never
 * before their document; prints them when the law lets them be handed over; states unused numbers.
 */
final class Outbox {
  private static final Duration REFERENCE_WAIT = Duration.ofMillis(50);
  private static final Duration LEVEL_WAIT = Duration.ofSeconds(1);
  private static final Duration STUCK_WAIT = Duration.ofSeconds(60);
  private static final Duration PRINT_WAIT = Duration.ofSeconds(5);

  private final Works works;
  private final PaperRule rule;
  private final AtomicBoolean stating = new AtomicBoolean();

  Outbox(Works works) {
    this.works = works;
    this.rule = new PaperRule(works.config().ui());
  }

  boolean isSentFirst(Cfe cfe) {
    return rule.isSentFirst(cfe);
  }

  /** Delivers this document soon. */
  void deliver(Live live, Optional<Contenido> contenido, boolean sentFirst) {
    long secuencia = live.doc().secuencia();
    works.couriers().run(secuencia, step(live, contenido, sentFirst));
  }

  private Runnable step(Live live, Optional<Contenido> contenido, boolean sentFirst) {
    return works
        .guard()
        .step(
            works.couriers(),
            live.doc().secuencia(),
            () -> attempt(live, contenido, sentFirst),
            what -> again(STUCK_WAIT, live, sentFirst));
  }

  private void again(Duration wait, Live live, boolean sentFirst) {
    works
        .couriers()
        .runAfter(wait, live.doc().secuencia(), step(live, Optional.empty(), sentFirst));
  }

  private void attempt(Live live, Optional<Contenido> given, boolean sentFirst) {
    Documento doc = live.doc();
    if (sentFirst && doc.isUnprinted() && isOverdue(doc)) {
      works.station().anotarAntesDeDgi(doc.id()).ifPresent(next -> print(live));
    }
    Duration wait = works.cloud().untilServed();
    if (!wait.isZero()) {
      again(wait, live, sentFirst);
      return;
    }
    if (doc.referencias().stream().anyMatch(works.desk()::isUndelivered)) {
      again(REFERENCE_WAIT, live, sentFirst);
      return;
    }
    Optional<Contenido> contenido = given.or(() -> works.station().findContenido(doc.id()));
    boolean waitsForDgi = sentFirst && doc.isUnprinted() && works.config().nivelImpresion() > 1;
    Step step = works.delivery().deliver(doc, contenido.orElseThrow(), waitsForDgi);
    if (step instanceof Step.Moved moved) {
      works.cloud().served();
      delivered(live, moved.documento(), sentFirst);
    } else if (step instanceof Step.Later late) {
      again(
          works.cloud().notServed(late.cause(), late.reason(), late.retryAfter()), live, sentFirst);
    } else if (step instanceof Step.Stuck stuck) {
      works.guard().wrong(doc.idErp() + ": " + stuck.motivo().mensaje());
      works
          .station()
          .explicar(doc.id(), doc.situacion(), stuck.motivo())
          .ifPresent(next -> live.show(next, List.of()));
      again(STUCK_WAIT, live, sentFirst);
    }
  }

  private boolean isOverdue(Documento doc) {
    return doc.firmado()
        .orElseThrow()
        .toInstant()
        .plus(works.config().plazoEntrega())
        .isBefore(works.clock().instant());
  }

  private void delivered(Live live, Documento doc, boolean sentFirst) {
    int before = live.doc().nivel();
    live.show(doc, List.of());
    if (doc.nivel() != before) {
      works.guard().moved();
    }
    if (doc.situacion() == Situacion.RECHAZADO_DGI) {
      state();
    } else if (sentFirst && doc.isUnprinted()) {
      if (doc.nivel() >= works.config().nivelImpresion()) {
        print(live);
      } else {
        again(LEVEL_WAIT, live, true);
      }
    }
  }

  /** Prints this document soon. */
  void print(Live live) {
    works.printers().run(live.doc().secuencia(), printStep(live));
  }

  private Runnable printStep(Live live) {
    return works
        .guard()
        .step(
            works.printers(),
            live.doc().secuencia(),
            () -> print(live, live.doc()),
            what -> printAgain(PRINT_WAIT, live));
  }

  private void printAgain(Duration wait, Live live) {
    works.printers().runAfter(wait, live.doc().secuencia(), printStep(live));
  }

  private void print(Live live, Documento doc) {
    if (!doc.isUnprinted()) {
      return;
    }
    if (!live.isArchived()) {
      printAgain(Duration.ofMillis(20), live);
      return;
    }
    PrintOutcome outcome = print(live.buzon(), doc);
    if (outcome instanceof PrintOutcome.Printed) {
      works.guard().moved();
      works.station().impreso(doc.id()).ifPresent(next -> live.show(next, List.of()));
      return;
    }
    String reason =
        outcome instanceof PrintOutcome.NotPrinted no
            ? no.reason()
            : ((PrintOutcome.Unknown) outcome).reason();
    works.guard().wrong(new Texts(live.buzon().locale()).say("NO_IMPRESO", reason));
    printAgain(PRINT_WAIT, live);
  }

  /** Prints a signed document from what is stored, now; the same paper every time. */
  PrintOutcome print(Buzon buzon, Documento doc) {
    Contenido contenido = works.station().findContenido(doc.id()).orElseThrow();
    Cfe cfe = Issuing.parse(contenido);
    return works
        .printing()
        .print(
            cfe,
            Sello.of(cfe, doc.hash().orElseThrow(), works.config().ambiente().isFiscal()),
            contenido.impresion(),
            buzon
                .archive()
                .pdf(doc.numero().orElseThrow(), doc.firmado().orElseThrow().toLocalDate()));
  }

  /** States the unused numbers soon, until the cloud has acknowledged them. */
  void state() {
    if (stating.compareAndSet(false, true)) {
      works.couriers().run(0, this::stateNow);
    }
  }

  private void stateNow() {
    stating.set(false);
    try {
      Optional<Answer.NotServed<Boolean>> failed = works.supply().state();
      if (failed.isPresent()) {
        Answer.NotServed<Boolean> why = failed.get();
        Duration wait = works.cloud().notServed(why.cause(), why.reason(), why.retryAfter());
        works.couriers().runAfter(wait, 0, this::state);
      }
    } catch (CloudException e) {
      works.guard().wrong(String.valueOf(e.getMessage()));
      works.couriers().runAfter(PRINT_WAIT, 0, this::state);
    }
  }
}
