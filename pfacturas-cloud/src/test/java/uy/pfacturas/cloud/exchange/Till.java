package uy.pfacturas.cloud.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.DocumentoBuilder;
import uy.pfacturas.cloud.station.Forgotten;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.cloud.station.Toma;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;

/** A station that is driven step by step, without threads: what a test says is all it does. */
final class Till {
  private static final Cfe CFE = Documents.eTicket();

  private final Clock clock = Documents.clock();
  final Station station;
  final Numbers numbers;
  final Forgotten forgotten;
  final Fence fence = new Fence();
  final Pulse pulse;
  final Supply supply;
  final Signing signing;
  final Delivery delivery;

  /** Over an opened store. */
  Till(String name, DocumentStore store, NubeClient nube) {
    station = new Station(store, clock);
    numbers = new Numbers(store, clock);
    forgotten = new Forgotten(store, clock);
    Epochs epochs = new Epochs(numbers);
    pulse = new Pulse(nube, epochs, clock);
    Declaring declaring = new Declaring(numbers, station, nube, epochs, fence, 2);
    supply = new Supply(numbers, nube, epochs, declaring, fence, 4);
    signing = new Signing(station, nube, epochs, name, clock);
    delivery = new Delivery(station, nube, epochs, name);
  }

  /** Takes a number; empty where there is none, even after asking. */
  Optional<Documento> number(String id) {
    supply.ensure(TipoCfe.E_TICKET);
    Documento nuevo =
        DocumentoBuilder.builder()
            .id(id)
            .buzon("")
            .idErp(id)
            .base(id)
            .archivo(id)
            .tipo(TipoCfe.E_TICKET)
            .huella("h" + id)
            .situacion(Situacion.RECIBIDO)
            .desde(Instant.EPOCH)
            .imprimir(true)
            .build();
    Toma toma = station.tomar(nuevo, contenido());
    return toma instanceof Toma.Numerado taken ? Optional.of(taken.documento()) : Optional.empty();
  }

  /** Asks for the signature of a document that has its number. */
  Step ask(String id) {
    return signing.ask(doc(id), CFE, station.findContenido(id).orElseThrow());
  }

  /** Delivers a signed document. */
  Step deliver(String id) {
    return delivery.deliver(doc(id), station.findContenido(id).orElseThrow(), false);
  }

  /** From its number to its acknowledged delivery. */
  Documento sell(String id) {
    Documento numbered = number(id).orElseThrow();
    ask(id);
    deliver(id);
    return doc(numbered.id());
  }

  Documento doc(String id) {
    return station.find(id).orElseThrow();
  }

  /** Looks at the cloud, then declares and states what is to be. */
  boolean upkeep() {
    return pulse.look().value().isPresent() && supply.state().isEmpty();
  }

  /** Delivers again, in order, what a restored cloud has forgotten; gives their ids. */
  List<String> redeliver() {
    while (forgotten.look()) {
      // One page after the other.
    }
    List<String> ids = forgotten.next(0, 1_000).stream().map(Documento::id).toList();
    ids.forEach(this::deliver);
    return ids;
  }

  private static Contenido contenido() {
    return new Contenido(
        new String(CfeXml.render(CFE), StandardCharsets.UTF_8),
        Optional.empty(),
        new PrintData(
            Ambiente.DEMO,
            "Res. 1/2026",
            "www.example.com",
            Documents.empresa().regimen(),
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }
}
