package uy.pfacturas.core.rut;

import java.util.Optional;

/**
 * A number of Uruguay's identity card (cédula de identidad, CI): seven digits and a check digit,
 * weights 2,9,8,7,6,3,4 modulo 10.
 *
 * @param digitos eight digits, with the zero that old short numbers lack
 */
public record Cedula(String digitos) {
  private static final int[] WEIGHTS = {2, 9, 8, 7, 6, 3, 4};

  /**
   * @throws IllegalArgumentException if it is not eight digits with the right check digit
   */
  public Cedula {
    if (!digitos.matches("[0-9]{8}") || digitos.charAt(7) - '0' != checkDigit(digitos)) {
      throw new IllegalArgumentException("digitos is not a cédula");
    }
  }

  /**
   * The number in this text, blanks, points and dashes apart; empty if it is none. Seven digits are
   * an old number without its leading zero.
   */
  public static Optional<Cedula> find(String text) {
    String digits = text.replaceAll("[ .-]", "");
    String full = digits.length() == 7 ? "0" + digits : digits;
    return full.matches("[0-9]{8}") && full.charAt(7) - '0' == checkDigit(full)
        ? Optional.of(new Cedula(full))
        : Optional.empty();
  }

  /** Whether these digits, seven or eight, end with the right check digit. */
  public static boolean isValid(String digits) {
    return digits.matches("[0-9]{7,8}") && find(digits).isPresent();
  }

  /**
   * The check digit that the first seven digits ask for.
   *
   * @throws IndexOutOfBoundsException if there are fewer than seven
   */
  public static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return (10 - sum % 10) % 10;
  }

  @Override
  public String toString() {
    return digitos;
  }
}
