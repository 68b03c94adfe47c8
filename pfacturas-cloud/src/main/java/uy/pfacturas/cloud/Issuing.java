package uy.pfacturas.cloud;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uy.pfacturas.cloud.archive.Firmado;
import uy.pfacturas.cloud.exchange.SignedContent;
import uy.pfacturas.cloud.exchange.Step;
import uy.pfacturas.cloud.exchange.Supply;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Toma;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.xml.CfeXml;

/** The way of a document from its number to its signed, kept and answered form. */
final class Issuing {
  private static final Duration STUCK_WAIT = Duration.ofSeconds(60);

  private final Works works;
  private final Outbox outbox;
  private final Closing closing;
  private final Set<TipoCfe> refilling = ConcurrentHashMap.newKeySet();

  Issuing(Works works, Outbox outbox, Closing closing) {
    this.works = works;
    this.outbox = outbox;
    this.closing = closing;
  }

  /** Takes a number for a document that is ready, and goes on with it. */
  void number(Live live, Documento doc, Cfe cfe, Contenido contenido) {
    Toma toma = works.station().tomar(doc, contenido);
    if (toma instanceof Toma.Numerado numbered) {
      works.guard().moved();
      live.show(numbered.documento(), List.of());
      if (!doc.isPapel() && works.supply().isLow(numbered.quedan())) {
        doc.numeroErp().ifPresentOrElse(this::reserveAfter, () -> refill(doc.tipo()));
      }
      // From here on the file has its document: what the disk refuses is done again from here.
      step(works.signers(), live, () -> decide(live, numbered.documento(), cfe, contenido)).run();
    } else if (toma instanceof Toma.Ocupado taken) {
      takeUp(live, taken.documento());
    } else if (toma instanceof Toma.Repetido other) {
      String code = doc.isPapel() ? "CFC_REPETIDO" : "NUMERO_REPETIDO";
      String texto = doc.numero().or(doc::numeroErp).orElseThrow().texto();
      closing.reject(live, doc, texts(live).motivo(code, texto, other.otro().idErp()), List.of());
    } else if (toma instanceof Toma.Anulado) {
      String texto = doc.numeroErp().orElseThrow().texto();
      closing.reject(live, doc, texts(live).motivo("NUMERO_SIN_USO", texto), List.of());
    } else {
      works
          .askers()
          .run(
              live.doc().secuencia(),
              step(works.askers(), live, () -> stock(live, doc, cfe, contenido)));
    }
  }

  /**
   * Goes on from a record that is further than this way of the document knows: a commit that failed
   * may have been written after all.
   */
  void takeUp(Live live, Documento stored) {
    if (stored.situacion() == Situacion.ENVIANDO) {
      live.show(stored, List.of());
      later(Duration.ZERO, live, () -> resume(stored.id()));
    } else {
      closing.show(live, stored);
    }
  }

  private void stock(Live live, Documento doc, Cfe cfe, Contenido contenido) {
    Supply.Outcome outcome =
        doc.numeroErp()
            .map(works.supply()::ensure)
            .orElseGet(() -> works.supply().ensure(doc.tipo()));
    if (outcome instanceof Supply.Outcome.Stocked) {
      works.cloud().served();
      later(Duration.ZERO, live, () -> number(live, doc, cfe, contenido));
    } else if (outcome instanceof Supply.Outcome.NoCae none) {
      works.cloud().served();
      closing.reject(live, doc, none.motivo(), List.of());
    } else if (outcome instanceof Supply.Outcome.Later late) {
      Duration wait = works.cloud().notServed(late.cause(), late.reason(), late.retryAfter());
      if (works.contingencia().isOpen()) {
        Motivo motivo =
            doc.numeroErp()
                .map(numero -> texts(live).motivo("NUMERO_SIN_RESERVAR", numero.texto()))
                .orElseGet(() -> texts(live).motivo("SIN_NUMEROS", doc.tipo().nombre()));
        closing.reject(live, doc, motivo, List.of());
        return;
      }
      live.waits(
          Estado.RECIBIDO, texts(live).motivo("ESPERA_NUMERO", doc.tipo().nombre(), late.reason()));
      later(wait, live, () -> number(live, doc, cfe, contenido));
    }
  }

  /** Closes blocks whose CAE has ended, and asks for numbers of the types that have few. */
  void keepStock() {
    works.supply().low().forEach(this::refill);
  }

  private void refill(TipoCfe tipo) {
    refill(
        tipo,
        () -> {
          if (works.supply().ensure(tipo) instanceof Supply.Outcome.NoCae none) {
            works.guard().wrong(none.motivo().mensaje());
          }
        });
  }

  /**
   * Reserves the numbers that the ERP will come to, so that they are here when the line is not.
   * That there are none, or that they are another station's, is said when the ERP uses one.
   */
  private void reserveAfter(Numero numero) {
    refill(
        numero.tipo(),
        () -> {
          var unused = works.supply().ensureAfter(numero);
        });
  }

  private void refill(TipoCfe tipo, Runnable request) {
    if (refilling.add(tipo)) {
      works
          .couriers()
          .run(
              0,
              () -> {
                try {
                  request.run();
                } catch (CloudException e) {
                  works.guard().wrong(String.valueOf(e.getMessage()));
                } finally {
                  refilling.remove(tipo);
                }
              });
    }
  }

  /** Goes on with a document from its record, wherever it stands. */
  void resume(String id) {
    Optional<Live> known = works.desk().find(id);
    Optional<Documento> stored = works.station().find(id);
    if (known.isEmpty() || stored.isEmpty()) {
      return;
    }
    Live live = known.get();
    Documento doc = stored.get();
    if (doc.situacion().isClosed()) {
      closing.show(live, doc);
      return;
    }
    Optional<Contenido> contenido = works.station().findContenido(id);
    if (contenido.isEmpty()) {
      // Waits for its file: nothing but RECIBIDO has no content.
      live.show(doc, List.of());
      return;
    }
    Cfe cfe = parse(contenido.get());
    if (doc.situacion().isSigned()) {
      live.signed(doc, cfe);
      finish(live, doc, new SignedContent(contenido.get(), cfe));
    } else if (doc.situacion() == Situacion.ENVIANDO) {
      decide(live, doc, cfe, contenido.get());
    } else {
      number(live, doc, cfe, contenido.get());
    }
  }

  static Cfe parse(Contenido contenido) {
    if (CfeXml.parse(contenido.xml().getBytes(StandardCharsets.UTF_8))
        instanceof CfeXml.Parsed.Document document) {
      return document.cfe();
    }
    throw new IllegalStateException("stored content is not a document");
  }

  /**
   * One of the two signs this number: the cloud, or in contingencia this station. A CFC waits for
   * the cloud: its paper is handed over already, and only the cloud knows other stations' papers.
   */
  private void decide(Live live, Documento doc, Cfe cfe, Contenido contenido) {
    if (works.contingencia().isOpen() && !doc.isPapel()) {
      signHere(live, doc, cfe, contenido);
    } else {
      askSoon(live, doc, cfe, contenido);
    }
  }

  private void askSoon(Live live, Documento doc, Cfe cfe, Contenido contenido) {
    if (works.contingencia().isAble() && !doc.isPapel()) {
      live.awaits(() -> overdue(live));
    }
    works
        .askers()
        .run(doc.secuencia(), step(works.askers(), live, () -> ask(live, doc, cfe, contenido)));
  }

  /** Arms the clock of a document that waits for the cloud. */
  private Runnable overdue(Live live) {
    Runnable late = step(works.signers(), live, () -> signOverdue(live.doc().id()));
    return works.signers().runAfter(works.contingencia().plazo(), live.doc().secuencia(), late);
  }

  /** The cloud did not answer in the time that a cashier waits. */
  private void signOverdue(String id) {
    Optional<Live> live = works.desk().find(id);
    Optional<Documento> doc =
        works.station().find(id).filter(d -> d.situacion() == Situacion.ENVIANDO);
    if (live.isPresent() && doc.isPresent()) {
      works
          .contingencia()
          .failed("La nube no contestó por " + doc.get().idErp() + " dentro del plazo.");
      Contenido contenido = works.station().findContenido(id).orElseThrow();
      signHere(live.get(), doc.get(), parse(contenido), contenido);
    }
  }

  /**
   * Whether the number was decided by the other way, or by this one before the disk refused what
   * follows; that is then made up for.
   */
  private boolean isDecided(Live live) {
    if (live.doc().situacion() == Situacion.ENVIANDO) {
      return false;
    }
    if (!live.isArchived()) {
      resume(live.doc().id());
    }
    return true;
  }

  private void signHere(Live live, Documento doc, Cfe cfe, Contenido contenido) {
    if (isDecided(live)) {
      return;
    }
    Step step = works.local().orElseThrow().sign(doc, cfe, contenido);
    if (step instanceof Step.Moved moved) {
      works.troubles().clear(Trouble.FIRMA);
      moved(live, moved);
    } else if (step instanceof Step.Later unable) {
      works.troubles().set(Trouble.FIRMA, unable.reason());
      askSoon(live, doc, cfe, contenido);
    } else {
      later(Duration.ZERO, live, () -> resume(doc.id()));
    }
  }

  private void ask(Live live, Documento doc, Cfe cfe, Contenido contenido) {
    if (isDecided(live)) {
      return;
    }
    Duration wait = works.cloud().untilServed();
    if (!wait.isZero()) {
      late(live, works.cloud().reason().orElse(""), wait);
      return;
    }
    Step step = works.signing().ask(doc, cfe, contenido);
    if (step instanceof Step.Moved moved) {
      works.cloud().served();
      moved(live, moved);
    } else if (step instanceof Step.Later l) {
      late(live, l.reason(), works.cloud().notServed(l.cause(), l.reason(), l.retryAfter()));
    } else if (step instanceof Step.Stuck stuck) {
      works.cloud().served();
      works.guard().wrong(doc.idErp() + ": " + stuck.motivo().mensaje());
      works
          .station()
          .explicar(doc.id(), Situacion.ENVIANDO, stuck.motivo())
          .ifPresent(next -> live.show(next, List.of()));
      later(STUCK_WAIT, live, () -> resume(doc.id()));
    } else {
      later(Duration.ZERO, live, () -> resume(doc.id()));
    }
  }

  private void late(Live live, String reason, Duration wait) {
    live.waits(Estado.DESCONOCIDO, texts(live).motivo("SIN_RESPUESTA", reason));
    String id = live.doc().id();
    later(wait, live, () -> resume(id));
  }

  private void moved(Live live, Step.Moved moved) {
    works.guard().moved();
    Documento next = moved.documento();
    if (next.situacion().isSigned() && moved.contenido().isPresent()) {
      SignedContent content = moved.contenido().get();
      live.signed(next, content.cfe());
      finish(live, next, content);
    } else if (next.situacion().isClosed()) {
      closing.show(live, next);
      outbox.state();
    } else {
      live.show(next, List.of());
      later(Duration.ZERO, live, () -> resume(next.id()));
    }
  }

  /** Everything after the decision: delivery beside it, archive, answer, paper. */
  private void finish(Live live, Documento doc, SignedContent content) {
    boolean sentFirst = outbox.isSentFirst(content.cfe()) || doc.isTakenOver();
    if (doc.isUndelivered() || (doc.isUnprinted() && sentFirst)) {
      outbox.deliver(live, content.contenido(), sentFirst);
    }
    Contenido contenido = content.contenido();
    live.buzon()
        .archive()
        .write(
            List.of(
                new Firmado(
                    doc.numero().orElseThrow(),
                    doc.correccion(),
                    doc.firmado().orElseThrow().toLocalDate(),
                    doc.idErp(),
                    doc.hash().orElseThrow(),
                    contenido.xml(),
                    contenido.impresion())));
    live.archived(closing.settle(live));
    if (doc.isUnprinted() && !sentFirst) {
      outbox.print(live);
    }
  }

  /** Runs a step of this document later. */
  void later(Duration wait, Live live, Runnable work) {
    Documento doc = live.doc();
    works.signers().runAfter(wait, doc.secuencia(), step(works.signers(), live, work));
  }

  /** A step of this document that may be run again. */
  private Runnable step(Tasks.Crew crew, Live live, Runnable work) {
    return works.guard().step(crew, live.doc().secuencia(), work, what -> broken(live, what));
  }

  private static Texts texts(Live live) {
    return new Texts(live.buzon().locale());
  }

  /** A step threw: the number is not lost, and the other documents go on. */
  void broken(Live live, String what) {
    Motivo motivo = texts(live).motivo("INTERNO_EN_CURSO", what);
    String id = live.doc().id();
    Optional<Documento> stored = works.station().find(id);
    if (stored.isEmpty() || stored.get().situacion() == Situacion.RECIBIDO) {
      closing.reject(live, live.doc(), texts(live).motivo("INTERNO", what), List.of());
      return;
    }
    live.waits(Estado.DESCONOCIDO, motivo);
    later(STUCK_WAIT, live, () -> resume(id));
  }
}
