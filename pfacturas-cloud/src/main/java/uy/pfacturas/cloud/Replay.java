package uy.pfacturas.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.ReplayStep.Accion;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.DocumentoBuilder;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Suelto;
import uy.pfacturas.core.cfe.Cfe;

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
  private final Outbox outbox;

  Replay(Works works, Map<String, Buzon> buzones, Issuing issuing, Outbox outbox) {
    this.works = works;
    this.buzones = buzones;
    this.issuing = issuing;
    this.outbox = outbox;
  }

  List<ReplayStep> run(Selection selection, boolean dryRun) {
    List<ReplayStep> steps = new ArrayList<>();
    Set<String> recorded = new HashSet<>();
    String after = "";
    List<Documento> page;
    do {
      page = works.station().scan(after, PAGE);
      for (Documento doc : page) {
        after = doc.id();
        recorded.add(doc.buzon() + "/" + doc.archivo());
        var day = doc.desde().atZone(works.clock().getZone()).toLocalDate();
        if (selection.selects(doc.idErp(), doc.estado(), day)) {
          consider(doc, dryRun, steps);
        }
      }
    } while (!page.isEmpty());
    buzones.values().forEach(buzon -> unrecorded(buzon, recorded, selection, dryRun, steps));
    return steps;
  }

  /** Files that were refused before they became documents are read again, too. */
  private void unrecorded(
      Buzon buzon,
      Set<String> recorded,
      Selection selection,
      boolean dryRun,
      List<ReplayStep> steps) {
    Set<String> names = new HashSet<>();
    String prefix = buzon.nombre() + "/";
    recorded.stream()
        .filter(r -> r.startsWith(prefix))
        .forEach(r -> names.add(r.substring(prefix.length())));
    for (RefusedFiles.Refused file :
        new RefusedFiles(buzon, works.clock().getZone()).except(names)) {
      if (selection.selects(file.id(), Estado.RECHAZADO, file.day())) {
        if (!dryRun) {
          giveBack(buzon, file.path());
        }
        steps.add(
            new ReplayStep(file.id(), Estado.RECHAZADO, Accion.LEER_DE_NUEVO, Optional.empty()));
      }
    }
  }

  /**
   * A person takes an id over from another station: what is here of it gets a number of its own, or
   * its refused file is read again with that right.
   */
  List<ReplayStep> take(String idErp, boolean dryRun) {
    List<ReplayStep> steps = new ArrayList<>();
    for (Buzon buzon : buzones.values()) {
      String id = buzon.id(works.config().grupo(), idErp);
      Optional<Documento> doc = works.station().find(id);
      Optional<Path> file = doc.isPresent() ? Optional.empty() : refusedFile(buzon, idErp);
      boolean isElsewhere =
          doc.filter(d -> d.situacion() == Situacion.EN_OTRA_ESTACION).isPresent();
      if (isElsewhere || file.isPresent()) {
        if (!dryRun) {
          works.station().tomas().permitir(id);
          doc.ifPresent(d -> takeOver(buzon, d));
          file.ifPresent(f -> giveBack(buzon, f));
        }
        steps.add(
            new ReplayStep(
                idErp,
                doc.map(Documento::estado).orElse(Estado.RECHAZADO),
                Accion.TOMAR,
                Optional.empty()));
      }
    }
    return steps;
  }

  /**
   * A person says what became of the paper of a file that is held: it is read again with that.
   * Empty if no file of this id is held.
   */
  List<ReplayStep> release(String idErp, Suelto said, boolean dryRun) {
    List<ReplayStep> steps = new ArrayList<>();
    for (Buzon buzon : buzones.values()) {
      String id = buzon.id(works.config().grupo(), idErp);
      boolean isFree =
          works.station().find(id).filter(doc -> doc.situacion() != Situacion.RECHAZADO).isEmpty();
      Optional<Path> file = isFree ? refusedFile(buzon, idErp) : Optional.empty();
      if (file.isPresent() && works.station().retenidos().perdida().isPresent()) {
        if (!dryRun) {
          works.station().retenidos().soltar(id, said);
          giveBack(buzon, file.get());
        }
        steps.add(
            new ReplayStep(
                idErp, Estado.RETENIDO, Accion.SOLTAR, said.papel().map(Suelto.Papel::numero)));
      }
    }
    return steps;
  }

  private Optional<Path> refusedFile(Buzon buzon, String idErp) {
    return new RefusedFiles(buzon, works.clock().getZone())
        .except(Set.of()).stream()
            .filter(f -> f.id().equals(idErp))
            .map(RefusedFiles.Refused::path)
            .findFirst();
  }

  private void takeOver(Buzon buzon, Documento doc) {
    Contenido contenido = works.station().findContenido(doc.id()).orElseThrow();
    Cfe cfe = Issuing.parse(contenido);
    Documento anew =
        DocumentoBuilder.builder(doc)
            .situacion(Situacion.RECIBIDO)
            .numero(Optional.empty())
            .cae(Optional.empty())
            .motivo(Optional.empty())
            .build();
    Live live = new Live(buzon, works.board(), works.answers(), anew, Optional.of(cfe));
    works.desk().put(doc.id(), live);
    issuing.later(java.time.Duration.ZERO, live, () -> issuing.number(live, anew, cfe, contenido));
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
      giveBack(buzon, refused(buzon, doc));
    } else if (accion == Accion.ENTREGAR) {
      outbox.deliver(doc);
    } else if (accion != Accion.NADA) {
      works
          .desk()
          .find(doc.id())
          .ifPresent(
              live -> issuing.later(java.time.Duration.ZERO, live, () -> issuing.resume(doc.id())));
    }
  }

  private static void giveBack(Buzon buzon, Path file) {
    Path back = buzon.root().resolve("entrada").resolve(file.getFileName());
    try {
      Files.move(file, back);
      buzon.mailbox().wake();
    } catch (IOException e) {
      LoggerFactory.getLogger(Replay.class).warn("{} stays: {}", back.getFileName(), e.toString());
    }
  }
}
