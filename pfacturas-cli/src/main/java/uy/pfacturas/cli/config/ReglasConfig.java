package uy.pfacturas.cli.config;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import uy.pfacturas.core.calculo.Tolerancias;

/**
 * How far the ERP's amounts may lie from ours, and data of the law that this version does not know
 * yet, table {@code [reglas]}.
 *
 * @param tolerancias of totals and of VAT
 * @param ui quotations of the UI at the end of a year, in pesos, by year; added to the known ones
 */
public record ReglasConfig(Tolerancias tolerancias, Map<Integer, BigDecimal> ui) {
  public ReglasConfig {
    ui = Map.copyOf(ui);
  }

  static ReglasConfig read(TomlTable table) {
    Tolerancias usual = Tolerancias.DEFAULT;
    Tolerancias tolerancias =
        new Tolerancias(
            table.value("tolerancia_totales", BigDecimal::new).orElse(usual.totalesPorLinea()),
            table.value("tolerancia_maxima", BigDecimal::new).orElse(usual.totalesMaximo()),
            table.value("tolerancia_iva", BigDecimal::new).orElse(usual.iva()));
    Map<Integer, BigDecimal> ui = new TreeMap<>();
    try (TomlTable years = table.table("ui")) {
      for (String year : years.keys()) {
        years
            .value(year, BigDecimal::new)
            .ifPresent(value -> years.numeric(year).ifPresent(y -> ui.put(y, value)));
      }
    }
    return new ReglasConfig(tolerancias, ui);
  }
}
