package uy.pfacturas.cloud;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.DocumentoBuilder;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Papel;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.Referencia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.preparation.IdRefs;
import uy.pfacturas.core.preparation.Preparation;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.xml.CfeXml;

/** Makes the document that a file asks for, by our own rules, before it has a number. */
final class Drafting {
  private static final int MOST_DOUBLINGS = 3;

  private final Works works;
  private final Companies companies;
  private final Issuing issuing;
  private final Closing closing;
  private final Recovery recovery;

  Drafting(Works works, Companies companies, Issuing issuing, Closing closing, Recovery recovery) {
    this.works = works;
    this.companies = companies;
    this.issuing = issuing;
    this.closing = closing;
    this.recovery = recovery;
  }

  /**
   * @param old the record of an earlier look at this id; {@code RECIBIDO} or {@code RECHAZADO}
   */
  void draft(Arrival arrival, Optional<Documento> old) {
    if (arrival.emision().cfe().idDoc().tipoCFE().isEmpty()) {
      throw new IllegalStateException("the reader let a document without type pass");
    }
    Live live = live(arrival, old);
    TipoCfe tipo = arrival.emision().cfe().tipo();
    boolean isPrinted = arrival.emision().impresion().imprimir() && !tipo.isContingencia();
    if (isPrinted && !works.printing().prints(tipo)) {
      closing.reject(
          live,
          Intake.record(arrival, Situacion.RECHAZADO),
          texts(arrival).motivo("NO_SE_IMPRIME", tipo.nombre()),
          List.of());
      return;
    }
    // No file is taken before the company is known.
    Companies.Prepared company = companies.current().orElseThrow();
    Optional<Arrival> resolved = resolve(live, arrival);
    if (resolved.isEmpty()) {
      return;
    }
    Preparation.Outcome outcome = company.preparation().prepare(resolved.get().emision());
    if (outcome instanceof Preparation.Outcome.Faulty faulty) {
      closing.reject(
          live,
          Intake.record(arrival, Situacion.RECHAZADO),
          texts(arrival).motivo(faulty.faults()),
          faulty.faults());
    } else if (outcome instanceof Preparation.Outcome.Ready ready) {
      issue(live, arrival, ready, company.empresa());
    }
  }

  private void issue(Live live, Arrival arrival, Preparation.Outcome.Ready ready, Empresa empresa) {
    Cfe cfe = ready.cfe();
    boolean isPaper = cfe.tipo().isContingencia();
    Documento doc =
        DocumentoBuilder.builder(Intake.record(arrival, Situacion.RECIBIDO))
            .referencias(numbers(cfe))
            .diferenciaErp(ready.diferenciaErp())
            .cae(isPaper ? Cae.ofPaper(cfe) : Optional.empty())
            .papel(
                isPaper
                    ? Optional.of(Papel.of(observed(arrival, ready.observaciones())))
                    : Optional.empty())
            .build();
    Contenido contenido = contenido(arrival, cfe, empresa);
    Recovery.Held held = new Recovery.Held(live, doc, cfe, contenido, arrival.claim().written());
    if (isPaper || !recovery.take(held)) {
      issuing.number(live, doc, cfe, contenido);
    }
  }

  /** What is wrong with a CFC and does not stop it. */
  private static Optional<Motivo> observed(Arrival arrival, List<Fault> faults) {
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    Motivo all = texts(arrival).motivo(faults);
    Motivo motivo = texts(arrival).motivo("CFC_OBSERVADO", all.mensaje(), all.queHacer());
    return Optional.of(
        new Motivo(motivo.codigo() + "," + all.codigo(), motivo.mensaje(), motivo.queHacer()));
  }

  /**
   * Informs a CFC again with this content. False if it has to wait for what it refers to.
   *
   * @param old as it is informed
   * @param refuse gets what is wrong with the file; the document stays as it is then
   */
  boolean correct(Arrival arrival, Documento old, Consumer<List<Fault>> refuse) {
    Optional<Arrival> resolved = resolved(arrival);
    if (resolved.isEmpty()) {
      return false;
    }
    Companies.Prepared company = companies.current().orElseThrow();
    Preparation.Outcome outcome = company.preparation().prepare(resolved.get().emision());
    if (outcome instanceof Preparation.Outcome.Ready ready) {
      issue(live(arrival, Optional.of(old)), arrival, ready, company.empresa());
    } else {
      refuse.accept(outcome.faults());
    }
    return true;
  }

  private Live live(Arrival arrival, Optional<Documento> old) {
    Live live =
        new Live(
            arrival.buzon(),
            works.board(),
            works.answers(),
            DocumentoBuilder.builder(Intake.record(arrival, Situacion.RECIBIDO))
                .secuencia(old.map(Documento::secuencia).orElse(0L))
                .version(old.map(Documento::version).orElse(0L))
                .build(),
            Optional.of(arrival.emision().cfe()));
    works.desk().put(arrival.id(), live);
    return live;
  }

  /** The request with its references by id resolved; empty if it has to wait for one. */
  private Optional<Arrival> resolve(Live live, Arrival arrival) {
    Optional<Arrival> resolved = resolved(arrival);
    if (resolved.isEmpty()) {
      Pedido.IdRef awaited =
          arrival.emision().idRefs().stream()
              .filter(ref -> signed(arrival, ref).isEmpty())
              .findFirst()
              .orElse(arrival.emision().idRefs().get(0));
      wait(live, arrival, texts(arrival).motivo("ESPERA_ID", awaited.id()));
    }
    return resolved;
  }

  private Optional<Arrival> resolved(Arrival arrival) {
    Pedido.Emision emision = arrival.emision();
    for (Pedido.IdRef ref : emision.idRefs()) {
      Optional<Documento> other = signed(arrival, ref);
      Optional<Contenido> content = other.flatMap(doc -> works.station().findContenido(doc.id()));
      if (content.isEmpty()) {
        return Optional.empty();
      }
      emision =
          IdRefs.resolve(
              emision,
              ref,
              other.orElseThrow().numero().orElseThrow(),
              Issuing.parse(content.get()).fchEmis());
    }
    return Optional.of(arrival.with(emision));
  }

  /** One that is still to be signed may be refused, and its time of signing comes first. */
  private Optional<Documento> signed(Arrival arrival, Pedido.IdRef ref) {
    String id = arrival.buzon().id(works.config().grupo(), ref.id());
    return works.station().find(id).filter(doc -> doc.situacion().isSigned());
  }

  private void wait(Live live, Arrival arrival, Motivo motivo) {
    Documento waiting =
        DocumentoBuilder.builder(Intake.record(arrival, Situacion.RECIBIDO))
            .motivo(Optional.of(motivo))
            .build();
    Optional<Documento> told =
        works
            .station()
            .find(arrival.id())
            .filter(doc -> arrival.looks() > 0 && doc.situacion() == Situacion.RECIBIDO)
            .filter(doc -> doc.motivo().equals(Optional.of(motivo)));
    Documento stored = told.orElseGet(() -> works.station().recibir(waiting));
    if (stored.situacion() == Situacion.RECIBIDO) {
      if (told.isEmpty()) {
        live.waits(Estado.RECIBIDO, motivo);
      }
      Duration wait = Duration.ofMillis(100L << Math.min(arrival.looks(), MOST_DOUBLINGS));
      issuing.later(wait, live, () -> draftAgain(arrival.again()));
    } else {
      closing.show(live, stored);
    }
  }

  private void draftAgain(Arrival arrival) {
    Optional<Documento> old = works.station().find(arrival.id());
    if (old.isPresent() && old.get().situacion().isClosed()) {
      works.desk().find(arrival.id()).ifPresent(live -> closing.show(live, old.get()));
    } else {
      draft(arrival, old);
    }
  }

  private static List<Numero> numbers(Cfe cfe) {
    return cfe.referencias().stream().flatMap(r -> numero(r).stream()).toList();
  }

  private static Optional<Numero> numero(Referencia r) {
    return r.tpoDocRef()
        .flatMap(
            tipo ->
                r.serie().flatMap(serie -> r.nroCFERef().map(nro -> new Numero(tipo, serie, nro))));
  }

  private static Contenido contenido(Arrival arrival, Cfe cfe, Empresa empresa) {
    return new Contenido(
        new String(CfeXml.render(cfe), StandardCharsets.UTF_8),
        arrival.emision().adenda(),
        new PrintData(
            empresa.ambiente(),
            empresa.resolucion(),
            empresa.paginaVerificacion(),
            empresa.regimen(),
            empresa.textosLegales(),
            arrival.emision().adenda(),
            arrival.emision().puesto()));
  }

  void takeUp(Live live, Documento stored) {
    issuing.takeUp(live, stored);
  }

  void broken(Live live, String what) {
    issuing.broken(live, what);
  }

  private static Texts texts(Arrival arrival) {
    return new Texts(arrival.buzon().locale());
  }
}
