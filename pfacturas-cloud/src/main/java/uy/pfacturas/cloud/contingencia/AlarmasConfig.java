package uy.pfacturas.cloud.contingencia;

import java.util.Optional;

/**
 * When people are told that what was signed here must reach the cloud, and that numbers run out.
 *
 * @param entrega until when a signed document must be at the cloud
 * @param reserva numbers of a type below which an alarm is raised while the cloud does not serve, 0
 *     to 10,000; empty for a fifth of a block
 */
public record AlarmasConfig(PlazoEntrega entrega, Optional<Integer> reserva) {
  /** The end of the day of signing, a fifth of a block. */
  public static final AlarmasConfig DEFAULT =
      new AlarmasConfig(PlazoEntrega.FIN_DEL_DIA, Optional.empty());

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public AlarmasConfig {
    if (reserva.filter(n -> n < 0 || n > 10_000).isPresent()) {
      throw new IllegalArgumentException("reserva is out of 0 to 10000: " + reserva.get());
    }
  }

  /** The reserve of a station that asks for so many numbers at once. */
  public int reserva(int bloque) {
    return reserva.orElse(bloque / 5);
  }
}
