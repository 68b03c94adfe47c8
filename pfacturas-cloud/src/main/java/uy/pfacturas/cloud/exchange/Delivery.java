package uy.pfacturas.cloud.exchange;

import java.util.Optional;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Entrega;
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
    String hash = doc.hash().orElseThrow();
    Entrega entrega =
        new Entrega(
            estacion,
            doc.id(),
            doc.huella(),
            hash,
            contenido.xml(),
            contenido.adenda(),
            false,
            esperarDgi);
    return nube.entregar(numero, entrega)
        .match(
            acuse -> delivered(doc, numero, hash, acuse),
            refused -> refused(doc, numero, refused.rechazo()),
            Step::later);
  }

  private Step delivered(Documento doc, Numero numero, String hash, AcuseEntrega acuse) {
    if (!epochs.counts(acuse.epoca())
        || !acuse.numero().equals(numero)
        || !acuse.hash().equals(hash)) {
      return Step.unbelieved("La nube acusó otra entrega.");
    }
    return moved(station.entregado(doc.id(), numero, hash, acuse.nivel()));
  }

  private Step refused(Documento doc, Numero numero, Rechazo rechazo) {
    if (!epochs.counts(rechazo.epoca()) || !rechazo.numero().equals(Optional.of(numero))) {
      return Step.unbelieved("La nube contestó por otro número: " + rechazo.mensaje());
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
