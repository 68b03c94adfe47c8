package uy.pfacturas.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.ReplayStep.Accion;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Situacion;

/**
 * Sends again what failed, without ever making an id, and no number but for a closed record
 * (protocol §9): it gives the ERP's file back to the mailbox, asks again, delivers again or prints
 * again.
 */
final class Replay {
  private static final int PAGE = 500;

  private final Works works;
  private final Map<String, Buzon> buzones;
  private final Issuing issuing;

  Replay(Works works, Map<String, Buzon> buzones, Issuing issuing) {
    this.works = works;
    this.buzones = buzones;
    this.issuing = issuing;
  }

  List<ReplayStep> run(Selection selection, boolean dryRun) {
    List<ReplayStep> steps = new ArrayList<>();
    String after = "";
    List<Documento> page;
    do {
      page = works.station().scan(after, PAGE);
      for (Documento doc : page) {
        after = doc.id();
        var day = doc.desde().atZone(works.clock().getZone()).toLocalDate();
        if (selection.selects(doc.idErp(), doc.estado(), day)) {
          consider(doc, dryRun, steps);
        }
      }
    } while (!page.isEmpty());
    return steps;
  }

  private void consider(Documento doc, boolean dryRun, List<ReplayStep> steps) {
    Buzon buzon = buzones.get(doc.buzon());
    Accion accion = buzon == null ? Accion.NADA : action(buzon, doc);
    if (accion == Accion.NADA && doc.situacion().isSigned()) {
      return;
    }
    Estado estado = doc.estado();
    if (!dryRun && buzon != null) {
      act(buzon, doc, accion);
    }
    steps.add(new ReplayStep(doc.idErp(), estado, accion, doc.numero()));
  }

  private static Accion action(Buzon buzon, Documento doc) {
    if (doc.situacion() == Situacion.RECHAZADO) {
      return Files.isRegularFile(refused(buzon, doc)) ? Accion.LEER_DE_NUEVO : Accion.NADA;
    }
    if (doc.situacion() == Situacion.ENVIANDO) {
      return Accion.PREGUNTAR;
    }
    if (doc.isUndelivered()) {
      return Accion.ENTREGAR;
    }
    return doc.isUnprinted() ? Accion.IMPRIMIR : Accion.NADA;
  }

  private static Path refused(Buzon buzon, Documento doc) {
    return buzon.root().resolve("rechazados").resolve(doc.archivo());
  }

  private void act(Buzon buzon, Documento doc, Accion accion) {
    if (accion == Accion.LEER_DE_NUEVO) {
      Path back = buzon.root().resolve("entrada").resolve(doc.archivo());
      try {
        Files.move(refused(buzon, doc), back);
        buzon.mailbox().wake();
      } catch (IOException e) {
        LoggerFactory.getLogger(Replay.class).warn("{} stays: {}", doc.archivo(), e.toString());
      }
    } else if (accion != Accion.NADA) {
      works
          .desk()
          .find(doc.id())
          .ifPresent(
              live -> issuing.later(java.time.Duration.ZERO, live, () -> issuing.resume(doc.id())));
    }
  }
}
