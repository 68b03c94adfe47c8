package uy.pfacturas.core.rut;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A taxpayer's number (RUT, in documents RUC): 12 digits of which the last is a check digit,
 * weights 4,3,2,9,8,7,6,5,4,3,2 modulo 11.
 *
 * @param digitos the twelve digits
 */
public record Rut(@JsonValue String digitos) {
  private static final int[] WEIGHTS = {4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};

  /**
   * @throws IllegalArgumentException if it is not twelve digits with the right check digit
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Rut {
    if (!isValid(digitos)) {
      throw new IllegalArgumentException("digitos is not a RUT: " + digitos);
    }
  }

  /** The RUT in this text, blanks, points and dashes apart; empty if it is none. */
  public static Optional<Rut> find(String text) {
    String digits = text.replaceAll("[ .-]", "");
    return isValid(digits) ? Optional.of(new Rut(digits)) : Optional.empty();
  }

  /** Whether these are twelve digits with the right check digit. */
  public static boolean isValid(String digits) {
    return digits.matches("[0-9]{12}") && digits.charAt(11) - '0' == checkDigit(digits);
  }

  /**
   * The check digit that the first eleven digits ask for; 10 when no digit fits them.
   *
   * @throws IndexOutOfBoundsException if there are fewer than eleven
   */
  public static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return (11 - sum % 11) % 11;
  }

  @Override
  public String toString() {
    return digitos;
  }
}
