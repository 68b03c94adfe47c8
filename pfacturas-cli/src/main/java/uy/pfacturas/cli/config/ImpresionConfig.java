package uy.pfacturas.cli.config;

/**
 * Printing, table {@code [impresion]}.
 *
 * @param pdf whether a PDF of each document is made
 */
public record ImpresionConfig(boolean pdf) {
  static ImpresionConfig read(TomlTable table) {
    return new ImpresionConfig(table.value("pdf", BuzonConfig::flag).orElse(true));
  }
}
