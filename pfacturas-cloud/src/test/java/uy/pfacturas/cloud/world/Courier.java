package uy.pfacturas.cloud.world;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * The cloud's way to DGI (§10): a sobre is committed before it is sent and sent again as it is; the
 * report of a day whenever that day's numbers are others than DGI knows. Each step may be the last
 * one before a crash.
 */
class Courier {
  private final Cloud cloud;
  private final Dgi dgi;
  private final Chance chance;

  Courier(Cloud cloud, Dgi dgi, Chance chance) {
    this.cloud = cloud;
    this.dgi = dgi;
    this.chance = chance;
  }

  /** One step: closes a sobre, or sends one. */
  void step(int losses) {
    List<Held> waiting =
        cloud.ledger().all().stream()
            .filter(h -> isForDgi(h) && h.sobre().isEmpty() && !h.enDgi())
            .toList();
    if (!waiting.isEmpty()) {
      close(waiting);
    } else {
      List.copyOf(cloud.ledger().sobres().values()).forEach(sobre -> send(sobre, losses));
    }
  }

  /** At once, for somebody who waits. */
  void sendNow(Numero numero, int losses) {
    cloud
        .ledger()
        .find(numero)
        .filter(h -> isForDgi(h) && h.sobre().isEmpty() && !h.enDgi())
        .ifPresent(h -> close(List.of(h)));
    cloud
        .ledger()
        .find(numero)
        .flatMap(Held::sobre)
        .flatMap(id -> Optional.ofNullable(cloud.ledger().sobres().get(id)))
        .ifPresent(sobre -> send(sobre, losses));
  }

  /** Only firm documents go to DGI (D1). */
  boolean isForDgi(Held held) {
    return held.isFirm() && held.numero().tipo() != TipoCfe.E_TICKET;
  }

  private void close(List<Held> waiting) {
    String id = "S" + cloud.ledger().nextSobre();
    Map<Numero, String> documents = new HashMap<>();
    waiting.forEach(h -> documents.put(h.numero(), h.hash()));
    cloud.ledger().sobres().put(id, new Dgi.Sobre(id, documents));
    waiting.forEach(h -> cloud.ledger().put(h.with().sobre(Optional.of(id)).build()));
  }

  /** Sends it; the cloud may stop before, and before it has stored the answer. */
  private void send(Dgi.Sobre sobre, int losses) {
    if (chance.percent(losses)) {
      return;
    }
    Dgi.Acuse said =
        dgi.receive(sobre, chance.percent(losses / 4)).orElseGet(() -> original(sobre));
    if (chance.percent(losses)) {
      return;
    }
    sobre
        .documentos()
        .forEach(
            (numero, hash) -> {
              String had = said.repetidos().get(numero);
              if (said.tomados().contains(numero)) {
                put(numero, held -> held.enDgi(true));
              } else if (had != null) {
                repeated(numero, had.equals(hash));
              } else {
                put(numero, held -> held.sobre(Optional.empty()));
              }
            });
    cloud.ledger().sobres().remove(sobre.id());
  }

  /** S08: the first answer counts, and speaks for what was in the first sobre only (D3). */
  Dgi.Acuse original(Dgi.Sobre sobre) {
    return dgi.acuse(sobre.id());
  }

  /**
   * E02: DGI has it, so that it is accepted (D4).
   *
   * @param same whether what it has is this signature
   */
  void repeated(Numero numero, boolean same) {
    if (!same) {
      cloud.alarms().add("number used twice at DGI: " + numero.texto());
    }
    put(numero, held -> held.enDgi(true));
  }

  private void put(Numero numero, UnaryOperator<HeldBuilder> change) {
    cloud
        .ledger()
        .find(numero)
        .ifPresent(held -> cloud.ledger().put(change.apply(held.with()).build()));
  }

  /** The reports of all days before this one that DGI does not know so. */
  void report(LocalDate today) {
    Map<LocalDate, List<Held>> days =
        cloud.ledger().all().stream()
            .filter(h -> h.isFirm() || h.isVoid())
            .collect(Collectors.groupingBy(h -> h.dia().orElseThrow()));
    Set<LocalDate> all = new TreeSet<>(days.keySet());
    all.addAll(dgi.days());
    for (LocalDate day : all) {
      if (day.isBefore(today)) {
        report(day, days.getOrDefault(day, List.of()));
      }
    }
  }

  private void report(LocalDate day, List<Held> held) {
    Set<Numero> used = new HashSet<>();
    Set<Numero> annulled = new HashSet<>();
    for (Held h : held) {
      (h.isFirm() ? used : annulled).add(h.numero());
    }
    Dgi.Reporte report = new Dgi.Reporte(used, annulled);
    boolean known = dgi.reporte(day).equals(Optional.of(report));
    if (known || isSent(day, report)) {
      dgi.receive(day, report);
      held.stream().filter(Held::isVoid).forEach(cloud::reported);
    }
  }

  /** Whether this report is sent; a correction of an earlier one is. */
  boolean isSent(LocalDate day, Dgi.Reporte report) {
    return true;
  }
}
