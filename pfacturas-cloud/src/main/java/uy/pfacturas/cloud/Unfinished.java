package uy.pfacturas.cloud;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.station.Documento;

/** The documents of the store that are not finished, the oldest first, a page at a time. */
final class Unfinished {
  private static final int PAGE = 100;

  private final Works works;
  private final Map<String, Buzon> buzones;
  private final Issuing issuing;
  private final Outbox outbox;

  Unfinished(Works works, Map<String, Buzon> buzones, Issuing issuing, Outbox outbox) {
    this.works = works;
    this.buzones = buzones;
    this.issuing = issuing;
    this.outbox = outbox;
  }

  /** Takes up the documents that an earlier run left. */
  void resume() {
    List<Documento> page = works.station().abiertos(0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::resume);
      page = works.station().abiertos(page.get(page.size() - 1).secuencia(), PAGE);
    }
  }

  private void resume(Documento doc) {
    Buzon buzon = buzones.get(doc.buzon());
    if (buzon == null) {
      works.guard().wrong("Hay comprobantes del buzón \"" + doc.buzon() + "\", que falta.");
    } else if (doc.isUndelivered() && doc.imprimir() && doc.impreso()) {
      // Its paper exists, so it is archived and answered: only its delivery is left.
      outbox.deliver(doc);
    } else {
      Live live = new Live(buzon, works.board(), works.answers(), doc, Optional.empty());
      works.desk().put(doc.id(), live);
      issuing.later(Duration.ZERO, live, () -> issuing.resume(doc.id()));
    }
  }

  /** The oldest document that the cloud does not have. */
  Optional<Documento> oldestUndelivered() {
    List<Documento> page = works.station().abiertos(0, PAGE);
    while (!page.isEmpty()) {
      Optional<Documento> found =
          page.stream()
              .filter(doc -> doc.numero().isPresent() && doc.nivel() == 0)
              .filter(doc -> !doc.situacion().isClosed())
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
      page = works.station().abiertos(page.get(page.size() - 1).secuencia(), PAGE);
    }
    return Optional.empty();
  }
}
