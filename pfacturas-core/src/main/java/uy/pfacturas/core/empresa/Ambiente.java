package uy.pfacturas.core.empresa;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The world in which documents are issued; what is made in one is refused in another. */
public enum Ambiente {
  /** Throw-away authority, invented data, no DGI. */
  DEMO,
  /** DGI's test environment. */
  PRUEBA,
  /** Real documents. */
  PRODUCCION;

  /**
   * By the word of configuration and messages, in any case.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Ambiente of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The word of configuration and messages. */
  @JsonValue
  public String palabra() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether documents have fiscal value; where not, every page says so. */
  public boolean isFiscal() {
    return this == PRODUCCION;
  }
}
