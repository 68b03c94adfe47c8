package uy.pfacturas.core.protocol;

import java.util.List;
import uy.pfacturas.core.cfe.Numero;

/**
 * Body of {@code POST /v1/emisores/{ruc}/entregas}: several deliveries (protocol §3.2) in one
 * message, each judged by itself, in this order.
 *
 * @param entregas 1 to 100, the oldest first
 */
public record LoteEntregas(List<Envio> entregas) {
  /** A delivery and the number that it is about. */
  public record Envio(Numero numero, Entrega entrega) {}

  public LoteEntregas {
    entregas = List.copyOf(entregas);
  }
}
