package uy.pfacturas.cloud.station;

import java.time.Instant;
import uy.pfacturas.core.cfe.Numero;

/**
 * A document of this station whose id has another document at another station: both exist, and a
 * person has to compensate one (protocol §11 U1).
 *
 * @param idErp the ERP's id
 * @param numero the one that was delivered second
 * @param cuando when the cloud said so
 */
public record Conflicto(String idErp, Numero numero, Instant cuando) {
  /** The id of the credit note that undoes it. */
  public String idDeCompensacion() {
    return "COMP-" + numero.texto();
  }
}
