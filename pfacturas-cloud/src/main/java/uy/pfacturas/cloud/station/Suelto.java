package uy.pfacturas.cloud.station;

import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;

/**
 * What a person said about a file that is older than the loss of its station.
 *
 * @param papel what its paper bears; empty where none was handed over
 */
public record Suelto(Optional<Papel> papel) {
  /**
   * A paper, as its QR says.
   *
   * @param numero its number
   * @param hash base64 of the digest of its signature
   */
  public record Papel(Numero numero, String hash) {}
}
