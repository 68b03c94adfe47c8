package uy.pfacturas.core.protocol;

import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;

/**
 * Body of {@code PUT /v1/emisores/{ruc}/estaciones/{e}/bloques/{tipo}/{solicitud}}: asks for a
 * block of numbers; the same request gets the same block for ever (protocol §3.4).
 *
 * @param encarnacion the station's life
 * @param epoca the cloud's life, as the station knows it; another gets 409
 * @param cantidad numbers wanted, 1 to 10,000; the cloud may give fewer
 * @param desde the number that the block has to begin with, which the ERP chose; empty for the next
 *     ones of the CAE
 */
public record SolicitudBloque(
    String encarnacion, long epoca, int cantidad, Optional<Numero> desde) {
  /** For the next numbers. */
  public SolicitudBloque(String encarnacion, long epoca, int cantidad) {
    this(encarnacion, epoca, cantidad, Optional.empty());
  }
}
