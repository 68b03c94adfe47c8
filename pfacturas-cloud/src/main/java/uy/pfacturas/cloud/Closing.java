package uy.pfacturas.cloud;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Claim;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.DocumentoBuilder;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.fault.Fault;

/** Ends of a file: its answer first, then its place in procesados or rechazados. */
final class Closing {
  private final Works works;
  private final Slots slots;

  Closing(Works works, Slots slots) {
    this.works = works;
    this.slots = slots;
  }

  /**
   * Refuses a document that has no number; nothing was issued.
   *
   * @param faults what is wrong with the ERP's file; empty where the reason is another
   */
  void reject(Live live, Documento doc, Motivo motivo, List<Fault> faults) {
    Documento refused =
        DocumentoBuilder.builder(doc)
            .situacion(Situacion.RECHAZADO)
            .motivo(Optional.of(motivo))
            .build();
    works.guard().moved();
    live.show(works.station().recibir(refused), settle(live, faults));
  }

  /** Tells the ERP where the document stands; one that has its answer gives its file back. */
  void show(Live live, Documento doc) {
    works.guard().moved();
    boolean answered = doc.situacion().isClosed() || doc.situacion().isSigned();
    live.show(doc, answered ? settle(live) : List.of());
  }

  /** What follows the answer: the ERP's file goes to its place and its name is free. */
  List<Runnable> settle(Live live) {
    return settle(live, List.of());
  }

  private List<Runnable> settle(Live live, List<Fault> faults) {
    return List.of(
        () -> {
          Documento doc = live.doc();
          works
              .desk()
              .release(doc.id(), doc.base())
              .ifPresent(claim -> put(live.buzon(), claim, doc, faults));
        });
  }

  private void put(Buzon buzon, Claim claim, Documento doc, List<Fault> faults) {
    if (doc.situacion() != Situacion.RECHAZADO && doc.situacion() != Situacion.RECHAZADO_DGI) {
      processed(buzon, claim);
    } else if (faults.isEmpty()) {
      doc.motivo()
          .ifPresentOrElse(m -> rejected(buzon, claim, m), () -> rejected(buzon, claim, ""));
    } else {
      rejected(buzon, claim, faults);
    }
  }

  void processed(Buzon buzon, Claim claim) {
    buzon.mailbox().processed(claim);
    slots.free();
  }

  /** One reason, written as faults are. */
  void rejected(Buzon buzon, Claim claim, Motivo motivo) {
    rejected(
        buzon,
        claim,
        motivo.codigo() + "  " + motivo.mensaje() + "\n  -> " + motivo.queHacer() + "\n\n");
  }

  private void rejected(Buzon buzon, Claim claim, String text) {
    buzon.mailbox().rejected(claim, text);
    slots.free();
  }

  void rejected(Buzon buzon, Claim claim, List<Fault> faults) {
    buzon.mailbox().rejected(claim, faults);
    slots.free();
  }
}
