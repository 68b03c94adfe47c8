package uy.pfacturas.core.rules;

/**
 * Bar codes of GS1: the last digit checks the others, weights 3 and 1 from the right, modulo 10.
 *
 * @see "Formato de los CFE v25-1, B-C3"
 */
final class Gtin {
  private Gtin() {}

  /** Whether a kind of product code, B-C2, is one of GS1's. */
  static boolean isKind(String kind) {
    return kind.matches("GTIN(8|12|13|14)");
  }

  /** Whether a code has the length that its kind says, and the right check digit. */
  static boolean isValid(String kind, String code) {
    int length = Integer.parseInt(kind.substring("GTIN".length()));
    if (!code.matches("[0-9]{" + length + "}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int fromRight = length - 1 - i;
      sum += (code.charAt(i) - '0') * (fromRight % 2 == 1 ? 3 : 1);
    }
    return sum % 10 == 0;
  }
}
