package uy.pfacturas.print.internal.hoja;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and days as Uruguay writes them, whatever the machine's locale: {@code 1.234,50}. */
final class Importes {
  private static final DateTimeFormatter DIA =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private Importes() {}

  /** An amount of money: two decimals. */
  static String monto(BigDecimal value) {
    return format("#,##0.00", value);
  }

  /** A unit price: two decimals, up to six where it has them (B-C11). */
  static String precio(BigDecimal value) {
    return format("#,##0.00####", value);
  }

  /** A quantity or an exchange rate: up to three decimals (B-C9, A-C111). */
  static String cantidad(BigDecimal value) {
    return format("#,##0.###", value);
  }

  /** A rate: {@code 22 %}. */
  static String tasa(BigDecimal value) {
    return cantidad(value) + " %";
  }

  /** A day: {@code 24/11/2026}. */
  static String dia(LocalDate day) {
    return DIA.format(day);
  }

  private static String format(String pattern, BigDecimal value) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    return new DecimalFormat(pattern, symbols).format(value);
  }
}
