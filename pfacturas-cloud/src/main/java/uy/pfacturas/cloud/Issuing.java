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
      if (works.supply().isLow(numbered.quedan())) {
        refill(doc.tipo());
      }
      // From here on the file has its document: what the disk refuses is done again from here.
      works
          .guard()
          .step(
              works.signers(),
              numbered.documento().secuencia(),
              () -> ask(live, numbered.documento(), cfe, contenido),
              what -> broken(live, what))
          .run();
    } else if (toma instanceof Toma.Ocupado taken) {
      takeUp(live, taken.documento());
    } else {
      stock(live, doc, cfe, contenido);
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
    Supply.Outcome outcome = works.supply().ensure(doc.tipo());
    if (outcome instanceof Supply.Outcome.Stocked) {
      works.cloud().served();
      later(Duration.ZERO, live, () -> number(live, doc, cfe, contenido));
    } else if (outcome instanceof Supply.Outcome.NoCae none) {
      works.cloud().served();
      closing.reject(live, doc, none.motivo(), List.of());
    } else if (outcome instanceof Supply.Outcome.Later late) {
      Duration wait = works.cloud().notServed(late.cause(), late.reason(), late.retryAfter());
      live.waits(
          Estado.RECIBIDO,
          new Texts(live.buzon().locale())
              .motivo("ESPERA_NUMERO", doc.tipo().nombre(), late.reason()));
      later(wait, live, () -> number(live, doc, cfe, contenido));
    }
  }

  private void refill(TipoCfe tipo) {
    if (refilling.add(tipo)) {
      works
          .couriers()
          .run(
              0,
              () -> {
                try {
                  Supply.Outcome outcome = works.supply().ensure(tipo);
                  if (outcome instanceof Supply.Outcome.NoCae none) {
                    works.guard().wrong(none.motivo().mensaje());
                  }
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
      ask(live, doc, cfe, contenido.get());
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

  private void ask(Live live, Documento doc, Cfe cfe, Contenido contenido) {
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
    live.waits(
        Estado.DESCONOCIDO, new Texts(live.buzon().locale()).motivo("SIN_RESPUESTA", reason));
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
    boolean sentFirst = outbox.isSentFirst(content.cfe());
    if (doc.isUndelivered() || (doc.isUnprinted() && sentFirst)) {
      outbox.deliver(live, Optional.of(content.contenido()), sentFirst);
    }
    Contenido contenido = content.contenido();
    live.buzon()
        .archive()
        .write(
            List.of(
                new Firmado(
                    doc.numero().orElseThrow(),
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
    works
        .signers()
        .runAfter(
            wait,
            doc.secuencia(),
            works.guard().step(works.signers(), doc.secuencia(), work, what -> broken(live, what)));
  }

  /** A step threw: the number is not lost, and the other documents go on. */
  void broken(Live live, String what) {
    Motivo motivo = new Texts(live.buzon().locale()).motivo("INTERNO_EN_CURSO", what);
    String id = live.doc().id();
    Optional<Documento> stored = works.station().find(id);
    if (stored.isEmpty() || stored.get().situacion() == Situacion.RECIBIDO) {
      closing.reject(
          live, live.doc(), new Texts(live.buzon().locale()).motivo("INTERNO", what), List.of());
      return;
    }
    live.waits(Estado.DESCONOCIDO, motivo);
    later(STUCK_WAIT, live, () -> resume(id));
  }
}
