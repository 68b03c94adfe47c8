package uy.pfacturas.core.cfe;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The number of a document for life: type, series and number together are unique per issuer (A-C2,
 * A-C3, A-C4).
 *
 * @param tipo type of document
 * @param serie one or two characters
 * @param nro 1 to 9,999,999
 */
public record Numero(TipoCfe tipo, String serie, int nro) {
  /**
   * @throws IllegalArgumentException if the number is out of range or the series is empty
   */
  public Numero {
    if (nro < 1 || nro > 9_999_999) {
      throw new IllegalArgumentException("nro is out of range: " + nro);
    }
    if (serie.isEmpty() || serie.length() > 2) {
      throw new IllegalArgumentException("serie is not one or two characters: " + serie);
    }
  }

  /** For people and file names: {@code 101-A-134}. */
  @JsonIgnore
  public String texto() {
    return tipo.codigo() + "-" + serie + "-" + nro;
  }
}
