package uy.pfacturas.cloud;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uy.pfacturas.cloud.exchange.Fence;
import uy.pfacturas.cloud.journal.Journal;
import uy.pfacturas.core.fault.FaultText;

/** Sees to it that people are told what mailboxes and second copy know of themselves. */
final class Watch {
  private static final String OTHER_LIFE =
      "No se toman archivos ni se piden números. O se perdieron el almacén y su segunda copia, o"
          + " otra máquina usa el nombre de esta instalación. Devuelva el almacén o la segunda copia"
          + " a su lugar, o detenga la otra máquina; si no es posible, siga la guía de docs/estados.md,"
          + " «Instalación perdida», antes de emitir de nuevo.";

  private final Collection<Buzon> buzones;
  private final Journal journal;
  private final Fence fence;
  private final Troubles troubles;
  private final Map<String, String> unread = new ConcurrentHashMap<>();

  Watch(Collection<Buzon> buzones, Journal journal, Fence fence, Troubles troubles) {
    this.buzones = buzones;
    this.journal = journal;
    this.fence = fence;
    this.troubles = troubles;
  }

  /** A mailbox could be looked into. */
  void read(Buzon buzon) {
    unread.remove(buzon.nombre());
  }

  /** A mailbox could not be looked into. */
  void unread(Buzon buzon, String reason) {
    unread.put(buzon.nombre(), reason);
  }

  /** Tells what has changed since the last look. */
  void look() {
    troubles.set(Trouble.COPIA, journal.trouble());
    troubles.set(
        Trouble.VIDA, fence.reason().map(r -> r.codigo() + ": " + r.mensaje() + " " + OTHER_LIFE));
    troubles.set(Trouble.BUZON, buzones.stream().flatMap(b -> trouble(b).stream()).findFirst());
  }

  private Optional<String> trouble(Buzon buzon) {
    FaultText text = FaultText.of(buzon.locale());
    return Optional.ofNullable(unread.get(buzon.nombre()))
        .or(() -> buzon.mailbox().troubles().stream().map(text::explanation).findFirst());
  }
}
