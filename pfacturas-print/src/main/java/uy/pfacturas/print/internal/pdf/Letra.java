package uy.pfacturas.print.internal.pdf;

/**
 * How letters look.
 *
 * @param negrita whether bold
 * @param altura height of a capital letter, in millimetres; DGI's measures of letters are read so,
 *     which is the stricter reading: by the size of the type (the em) they would be a third smaller
 * @param gris 0 black to 1 white
 */
public record Letra(boolean negrita, double altura, double gris) {
  /**
   * @throws IllegalArgumentException if the height is not positive or the grey not in 0..1
   */
  public Letra {
    if (!(altura > 0) || !(gris >= 0 && gris <= 1)) {
      throw new IllegalArgumentException("altura or gris out of range: " + altura + ", " + gris);
    }
  }

  /** Black letters of this height. */
  public static Letra de(double altura) {
    return new Letra(false, altura, 0);
  }

  /** The same in bold. */
  public Letra enNegrita() {
    return new Letra(true, altura, gris);
  }

  /** The same in this grey. */
  public Letra enGris(double gris) {
    return new Letra(negrita, altura, gris);
  }
}
