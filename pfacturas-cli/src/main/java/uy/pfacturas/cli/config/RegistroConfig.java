package uy.pfacturas.cli.config;

import java.util.Locale;

/**
 * The log, table {@code [registro]}.
 *
 * @param nivel how much is written
 * @param dias how many days are kept
 */
public record RegistroConfig(Nivel nivel, int dias) {
  static final RegistroConfig DEFAULT = new RegistroConfig(Nivel.INFO, 30);

  /** How much is written. */
  public enum Nivel {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  static RegistroConfig read(TomlTable table) {
    return new RegistroConfig(
        table
            .value("nivel", word -> Nivel.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(DEFAULT.nivel),
        table.value("dias", Integer::parseInt).orElse(DEFAULT.dias));
  }
}
