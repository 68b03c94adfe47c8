package uy.pfacturas.cloud.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Rechazo;

/**
 * Tells the cloud that this is the document, with its XML (protocol §3.2). May be repeated for
 * ever: the same signature each time. Thread-safe.
 */
public final class Delivery {
  private final Station station;
  private final NubeClient nube;
  private final Epochs epochs;
  private final String estacion;

  /** For one station. */
  public Delivery(Station station, NubeClient nube, Epochs epochs, String estacion) {
    this.station = station;
    this.nube = nube;
    this.epochs = epochs;
    this.estacion = estacion;
  }

  /**
   * One delivery.
   *
   * @param doc signed
   * @param contenido its stored, signed content
   * @param esperarDgi whether its paper waits for DGI's receipt
   */
  public Step deliver(Documento doc, Contenido contenido, boolean esperarDgi) {
    Numero numero = doc.numero().orElseThrow();
    return nube.entregar(numero, entrega(doc, contenido, esperarDgi))
        .match(
            acuse -> delivered(doc, acuse),
            refused -> refused(doc, numero, refused.rechazo()),
            Step::later);
  }

  /**
   * A signed document and its stored content.
   *
   * @param documento signed
   */
  public record Pending(Documento documento, Contenido contenido) {}

  /** Several deliveries in one message, the oldest first; what became of each, in their order. */
  public List<Step> deliver(List<Pending> all) {
    LoteEntregas lote =
        new LoteEntregas(
            all.stream()
                .map(
                    p ->
                        new LoteEntregas.Envio(
                            p.documento().numero().orElseThrow(),
                            entrega(p.documento(), p.contenido(), false)))
                .toList());
    return nube.entregar(lote)
        .match(
            acuse -> delivered(all, acuse),
            refused -> same(all, Step.unbelieved(refused.rechazo().mensaje())),
            notServed -> same(all, Step.later(notServed)));
  }

  private static List<Step> same(List<Pending> all, Step step) {
    return Collections.nCopies(all.size(), step);
  }

  private List<Step> delivered(List<Pending> all, AcuseLote said) {
    if (!epochs.counts(said.epoca()) || said.resultados().size() != all.size()) {
      return same(all, Step.unbelieved("La nube acusó otras entregas."));
    }
    List<Step> steps =
        new ArrayList<>(same(all, Step.unbelieved("La nube no dijo qué fue de él.")));
    List<Integer> taken = new ArrayList<>();
    List<Station.Entregado> facts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Documento doc = all.get(i).documento();
      AcuseLote.Resultado result = said.resultados().get(i);
      Optional<AcuseEntrega> acuse = result.acuse().filter(a -> isOf(doc, a));
      if (acuse.isPresent()) {
        taken.add(i);
        facts.add(fact(doc, acuse.get()));
      } else if (result.rechazo().isPresent()) {
        steps.set(i, refused(doc, doc.numero().orElseThrow(), result.rechazo().get()));
      }
    }
    List<Optional<Documento>> stored = station.entregados(facts);
    for (int i = 0; i < taken.size(); i++) {
      steps.set(taken.get(i), settled(all.get(taken.get(i)).documento(), stored.get(i)));
    }
    return steps;
  }

  private boolean isOf(Documento doc, AcuseEntrega acuse) {
    return epochs.counts(acuse.epoca())
        && doc.numero().equals(Optional.of(acuse.numero()))
        && doc.hash().equals(Optional.of(acuse.hash()));
  }

  private static Station.Entregado fact(Documento doc, AcuseEntrega acuse) {
    return new Station.Entregado(
        doc.id(),
        acuse.numero(),
        acuse.hash(),
        acuse.nivel(),
        acuse.epoca(),
        acuse.estado() == EstadoNumero.CONFLICTO);
  }

  private Entrega entrega(Documento doc, Contenido contenido, boolean esperarDgi) {
    return new Entrega(
        estacion,
        doc.id(),
        doc.huella(),
        doc.hash().orElseThrow(),
        contenido.xml(),
        contenido.adenda(),
        doc.isAwaited(epochs.known()),
        esperarDgi,
        doc.correccion());
  }

  private Step delivered(Documento doc, AcuseEntrega acuse) {
    return isOf(doc, acuse)
        ? settled(doc, station.entregados(List.of(fact(doc, acuse))).get(0))
        : Step.unbelieved("La nube acusó otra entrega.");
  }

  /** Still signed: then it was the cloud's life that is over, and the next one is to be told. */
  private Step settled(Documento doc, Optional<Documento> stored) {
    boolean isSigned =
        stored.isEmpty()
            && station.find(doc.id()).filter(d -> d.situacion().isSigned()).isPresent();
    return isSigned ? Step.unbelieved("La nube cambió de época.") : moved(stored);
  }

  private Step refused(Documento doc, Numero numero, Rechazo rechazo) {
    if (!epochs.counts(rechazo.epoca()) || !rechazo.numero().equals(Optional.of(numero))) {
      return Step.unbelieved("La nube contestó por otro número: " + rechazo.mensaje());
    }
    if (rechazo.codigo().equals("EN_OTRA_ESTACION") && doc.isTakenOver()) {
      return moved(
          station.tomas().ceder(doc.id(), numero, Signing.motivo(rechazo), Signing.ajeno(rechazo)));
    }
    return rechazo.codigo().equals("RECHAZADO_DGI")
        ? moved(station.cerrar(doc.id(), numero, Situacion.RECHAZADO_DGI, Signing.motivo(rechazo)))
        : new Step.Stuck(Signing.motivo(rechazo));
  }

  private static Step moved(Optional<Documento> next) {
    return next.<Step>map(doc -> new Step.Moved(doc, Optional.empty()))
        .orElseGet(Step.Dropped::new);
  }
}
