package uy.pfacturas.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.exchange.Step;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.print.PrintOutcome;

/**
 * Prints signed documents when the law lets them be handed over, and until then delivers those
 * whose paper waits for it; leaves all other deliveries to {@link Drain}; states unused numbers.
 */
final class Outbox {
  private static final Duration REFERENCE_WAIT = Duration.ofMillis(50);
  private static final Duration LEVEL_WAIT = Duration.ofSeconds(1);
  private static final Duration STUCK_WAIT = Duration.ofSeconds(60);
  private static final Duration PRINT_WAIT = Duration.ofSeconds(5);

  private final Works works;
  private final Map<String, Buzon> buzones;
  private final Drain drain;
  private final PaperRule rule;
  private final AtomicBoolean stating = new AtomicBoolean();

  Outbox(Works works, Map<String, Buzon> buzones) {
    this.works = works;
    this.buzones = buzones;
    this.drain = new Drain(works, this::delivered);
    this.rule = new PaperRule(works.config().ui());
  }

  boolean isSentFirst(Cfe cfe) {
    return rule.isSentFirst(cfe);
  }

  /** Delivers this document soon; one whose paper waits for it goes before the others. */
  void deliver(Live live, Contenido contenido, boolean sentFirst) {
    Documento doc = live.doc();
    if (doc.isUndelivered()) {
      works.owe(doc);
    }
    if (sentFirst && doc.isUnprinted()) {
      works.desk().hurry(doc.id());
      works.couriers().run(doc.secuencia(), step(live, Optional.of(contenido)));
    } else {
      drain.add(doc);
    }
  }

  /** Delivers a signed document again, soon. */
  void deliver(Documento doc) {
    drain.add(doc);
  }

  private Runnable step(Live live, Optional<Contenido> contenido) {
    return works
        .guard()
        .step(
            works.couriers(),
            live.doc().secuencia(),
            () -> attempt(live, contenido),
            what -> again(STUCK_WAIT, live));
  }

  /** Tries again, but not later than its paper is due without it. */
  private void again(Duration wait, Live live) {
    if (!live.doc().isReleased()) {
      works.couriers().runAfter(wait, live.doc().secuencia(), step(live, Optional.empty()));
      return;
    }
    Duration due = Duration.between(works.clock().instant(), due(live.doc()));
    Duration soonest = due.isNegative() ? Duration.ofMillis(1) : due.plusMillis(1);
    works
        .couriers()
        .runAfter(
            wait.compareTo(soonest) < 0 ? wait : soonest,
            live.doc().secuencia(),
            step(live, Optional.empty()));
  }

  /** One step of a document whose paper waits for its delivery. */
  private void attempt(Live live, Optional<Contenido> given) {
    Documento doc = live.doc();
    if (!doc.isUnprinted()) {
      likeOthers(doc);
      return;
    }
    if (doc.nivel() >= works.config().nivelImpresion()) {
      works.desk().calm(doc.id());
      print(live);
      return;
    }
    if (isOverdue(doc) && doc.isReleased()) {
      works.station().anotarAntesDeDgi(doc.id()).ifPresent(next -> print(live));
      likeOthers(doc);
      return;
    }
    Duration wait = works.cloud().untilServed();
    if (!wait.isZero()) {
      again(wait, live);
    } else if (doc.referencias().stream().anyMatch(works.backlog()::contains)) {
      again(REFERENCE_WAIT, live);
    } else {
      ask(live, doc, given.or(() -> works.station().findContenido(doc.id())).orElseThrow());
    }
  }

  private void likeOthers(Documento doc) {
    works.desk().calm(doc.id());
    if (doc.isUndelivered()) {
      drain.add(doc);
    }
  }

  private void ask(Live live, Documento doc, Contenido contenido) {
    Step step = works.delivery().deliver(doc, contenido, works.config().nivelImpresion() > 1);
    if (step instanceof Step.Moved moved) {
      works.cloud().served();
      Documento next = moved.documento();
      delivered(next);
      if (next.situacion().isClosed()) {
        works.desk().calm(doc.id());
      } else if (next.nivel() >= works.config().nivelImpresion()) {
        works.desk().calm(doc.id());
        print(live);
      } else {
        again(LEVEL_WAIT, live);
      }
    } else if (step instanceof Step.Later late) {
      again(works.cloud().notServed(late.cause(), late.reason(), late.retryAfter()), live);
    } else if (step instanceof Step.Stuck stuck) {
      works.guard().wrong(doc.idErp() + ": " + stuck.motivo().mensaje());
      works
          .station()
          .explicar(doc.id(), doc.situacion(), stuck.motivo())
          .ifPresent(next -> live.show(next, List.of()));
      again(STUCK_WAIT, live);
    }
  }

  /** Whether the paper is handed over now, whatever DGI has: the cashier waited long enough. */
  private boolean isOverdue(Documento doc) {
    boolean isHopeless = works.contingencia().isOpen() && works.cloud().isAway();
    return isHopeless || due(doc).isBefore(works.clock().instant());
  }

  private Instant due(Documento doc) {
    return doc.firmado().orElseThrow().toInstant().plus(works.config().plazoEntrega());
  }

  /** The cloud has it, or DGI refused it: the ERP is told. */
  private void delivered(Documento doc) {
    works.backlog().remove(doc.numero().orElseThrow());
    works.guard().moved();
    live(doc).ifPresent(live -> live.show(doc, List.of()));
    if (doc.situacion().isClosed()) {
      state();
    }
  }

  private Optional<Live> live(Documento doc) {
    return works
        .desk()
        .find(doc.id())
        .or(
            () ->
                Optional.ofNullable(buzones.get(doc.buzon()))
                    .map(buzon -> works.desk().revive(doc.id(), () -> kept(buzon, doc))));
  }

  /** A signed document that nobody works on, from the store. */
  Live kept(Buzon buzon, Documento doc) {
    Contenido contenido = works.station().findContenido(doc.id()).orElseThrow();
    return Live.kept(buzon, works, doc, Issuing.parse(contenido));
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
    if (!doc.isUnprinted() || !doc.isReleased()) {
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
      works.desk().retire(doc.id());
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
