package uy.pfacturas.core.cfe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A currency by its code: ISO 4217 and the units of Uruguay that Java does not know, such as UYI
 * and UYR.
 *
 * @param codigo three capital letters
 * @see "Formato de los CFE v25-1, tabla D and A-C110"
 */
public record Moneda(@JsonValue String codigo) {
  /** The Uruguayan peso, the currency in which documents are compared and reported. */
  public static final Moneda UYU = new Moneda("UYU");

  /**
   * @throws IllegalArgumentException if the code is not three capital letters
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Moneda {
    if (!codigo.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("codigo is not three capital letters: " + codigo);
    }
  }

  @Override
  public String toString() {
    return codigo;
  }
}
