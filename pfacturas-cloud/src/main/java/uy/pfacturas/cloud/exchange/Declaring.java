package uy.pfacturas.cloud.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Bloques;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.cloud.station.Vida;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Numeracion;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Rechazo;

/**
 * Declares what this station holds, after a new life of it or of the cloud (protocol §3.5, §8), in
 * parts that need little memory. May be repeated for ever. Thread-safe; one at a time.
 */
public final class Declaring {
  private static final int PART = 1_000;

  private final Numbers numbers;
  private final Station station;
  private final NubeClient nube;
  private final Epochs epochs;
  private final Fence fence;
  private final int part;

  /** For one station. */
  public Declaring(Numbers numbers, Station station, NubeClient nube, Epochs epochs, Fence fence) {
    this(numbers, station, nube, epochs, fence, PART);
  }

  /**
   * @param part documents looked at for one message
   */
  Declaring(
      Numbers numbers, Station station, NubeClient nube, Epochs epochs, Fence fence, int part) {
    this.numbers = numbers;
    this.station = station;
    this.nube = nube;
    this.epochs = epochs;
    this.fence = fence;
    this.part = part;
  }

  /** Declares what is to be declared; empty if that is done, else why it is to be tried again. */
  public synchronized Optional<Answer.NotServed<Boolean>> declare() {
    if (!numbers.vida().porDeclarar()) {
      return Optional.empty();
    }
    Optional<Answer.NotServed<Boolean>> unknown = epochs.learn(nube);
    return unknown.isPresent() ? unknown : declare(numbers.vida());
  }

  private Optional<Answer.NotServed<Boolean>> declare(Vida vida) {
    // Before the documents: a number that is taken meanwhile is in the stock that was seen first.
    List<Rango> stock = stock();
    List<Declaracion.EnUso> inUse = List.of();
    List<Documento> page = station.scan("", part);
    while (!page.isEmpty()) {
      if (!inUse.isEmpty()) {
        Optional<Answer.NotServed<Boolean>> failed =
            say(
                new Declaracion(
                    vida.encarnacion(),
                    vida.epoca(),
                    List.of(),
                    inUse,
                    List.of(),
                    vida.perdida().isPresent(),
                    true));
        if (failed.isPresent()) {
          return failed;
        }
      }
      inUse = inUse(page, vida.epoca());
      page = station.scan(page.get(page.size() - 1).id(), part);
    }
    Optional<Answer.NotServed<Boolean>> failed =
        say(
            new Declaracion(
                vida.encarnacion(),
                vida.epoca(),
                stock,
                inUse,
                numbers.todoSinUso(),
                vida.perdida().isPresent(),
                false));
    if (failed.isEmpty() && !numbers.declarado(vida.encarnacion(), vida.epoca())) {
      return Optional.of(unknown("La nube cambió de época durante la declaración."));
    }
    return failed;
  }

  private List<Rango> stock() {
    List<Rango> stock = new ArrayList<>();
    for (TipoCfe tipo : TipoCfe.values()) {
      for (Numeracion numeracion : Numeracion.values()) {
        numbers.bloques(tipo, numeracion).abiertos().stream()
            .map(Bloques.Abierto::rango)
            .forEach(stock::add);
      }
    }
    return stock;
  }

  private static List<Declaracion.EnUso> inUse(List<Documento> page, long epoca) {
    return page.stream()
        .filter(doc -> doc.isToDeclare(epoca))
        .map(doc -> new Declaracion.EnUso(doc.numero().orElseThrow(), doc.id()))
        .toList();
  }

  private Optional<Answer.NotServed<Boolean>> say(Declaracion said) {
    return nube.declarar(said)
        .match(
            acuse -> taken(said, acuse),
            refused -> Optional.of(refused(refused.rechazo())),
            n -> Optional.of(new Answer.NotServed<>(n.cause(), n.reason(), n.retryAfter())));
  }

  private Optional<Answer.NotServed<Boolean>> taken(Declaracion said, Acuse acuse) {
    if (!epochs.counts(acuse.epoca()) || acuse.epoca() != said.epoca()) {
      return Optional.of(unknown("La nube contestó por otra época."));
    }
    fence.lower();
    return Optional.empty();
  }

  private Answer.NotServed<Boolean> refused(Rechazo rechazo) {
    boolean counts = epochs.counts(rechazo.epoca());
    if (counts && !rechazo.codigo().equals("OTRA_EPOCA")) {
      fence.raise(rechazo);
    }
    return unknown(rechazo.codigo() + ": " + rechazo.mensaje());
  }

  private static Answer.NotServed<Boolean> unknown(String reason) {
    return new Answer.NotServed<>(Answer.Cause.UNKNOWN, reason, Optional.empty());
  }
}
