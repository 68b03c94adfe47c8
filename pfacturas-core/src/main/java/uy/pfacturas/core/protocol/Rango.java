package uy.pfacturas.core.protocol;

import uy.pfacturas.core.cfe.TipoCfe;

/** Numbers of one type and series, both ends included. */
public record Rango(TipoCfe tipo, String serie, int desde, int hasta) {
  /**
   * @throws IllegalArgumentException if the range is empty
   */
  public Rango {
    if (desde < 1 || hasta < desde) {
      throw new IllegalArgumentException("range is empty: " + desde + " to " + hasta);
    }
  }
}
