package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one place where amounts are rounded: half up (away from zero), two decimals in every
 * currency. No text of DGI has a rule; this one is written down in the documentation of the
 * project.
 *
 * @see "Formato de los CFE v25-1: amounts are of 15 digits and 2 decimals"
 */
public final class Rounding {
  /** Zero as an amount, scale 2. */
  public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private Rounding() {}

  /** An amount: this value with two decimals. */
  public static BigDecimal money(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }

  /** A part in per cent of a base, as an amount. */
  public static BigDecimal percent(BigDecimal base, BigDecimal percent) {
    return base.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  /** What is left of a gross amount without the VAT that it includes; rate in per cent. */
  public static BigDecimal net(BigDecimal gross, BigDecimal rate) {
    return gross.multiply(HUNDRED).divide(HUNDRED.add(rate), 2, RoundingMode.HALF_UP);
  }

  /**
   * The share of an amount that falls to a part of a whole, as an amount.
   *
   * @throws ArithmeticException if the whole is zero
   */
  public static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
    return amount.multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
  }

  /**
   * The multiple of a step that lies nearest, as an amount.
   *
   * @throws ArithmeticException if the step is zero
   */
  public static BigDecimal toStep(BigDecimal value, BigDecimal step) {
    return money(
        value
            .divide(step, MathContext.DECIMAL128)
            .setScale(0, RoundingMode.HALF_UP)
            .multiply(step));
  }
}
