package uy.pfacturas.cloud;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether documents are signed here, and what the cloud has still to get.
 *
 * @param enContingencia whether documents are signed here
 * @param desde since when; empty while the cloud signs
 * @param causa why, for a person; empty while the cloud signs
 * @param aMano whether a person asked for it, so that only a person ends it; empty while the cloud
 *     signs
 * @param impedimento why nothing can be signed here now, with what to do; empty where it can
 * @param sinEntregar signed documents that the cloud does not have
 * @param masViejo id of the ERP of the oldest of them
 * @param masViejoDesde when that was signed
 * @param vence until when that must be delivered
 */
public record EstadoContingencia(
    boolean enContingencia,
    Optional<Instant> desde,
    Optional<String> causa,
    Optional<Boolean> aMano,
    Optional<String> impedimento,
    long sinEntregar,
    Optional<String> masViejo,
    Optional<Instant> masViejoDesde,
    Optional<Instant> vence) {
  /** The word of the state, as files and commands write it. */
  public String estado() {
    return enContingencia ? "CONTINGENCIA" : "NORMAL";
  }
}
