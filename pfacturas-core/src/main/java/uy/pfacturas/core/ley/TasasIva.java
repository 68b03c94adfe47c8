package uy.pfacturas.core.ley;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * VAT rates by date of the document.
 *
 * @see "Formato de los CFE v25-1, tabla B, A-C119 and A-C120"
 */
public final class TasasIva {
  /**
   * The rates of one day, in per cent, scale 3.
   *
   * @param minima minimum rate
   * @param basica basic rate
   */
  public record Tasas(BigDecimal minima, BigDecimal basica) {}

  private final NavigableMap<LocalDate, Tasas> byStart;

  private TasasIva(NavigableMap<LocalDate, Tasas> byStart) {
    this.byStart = byStart;
  }

  /** The rates that this version knows. */
  public static TasasIva published() {
    NavigableMap<LocalDate, Tasas> byStart = new TreeMap<>();
    Tabla.rows("iva.tsv")
        .forEach(
            row ->
                byStart.put(
                    LocalDate.parse(row.get(0)),
                    new Tasas(new BigDecimal(row.get(1)), new BigDecimal(row.get(2)))));
    return new TasasIva(byStart);
  }

  /** The rates in force that day; empty before there were electronic documents. */
  public Optional<Tasas> on(LocalDate day) {
    return Optional.ofNullable(byStart.floorEntry(day)).map(e -> e.getValue());
  }
}
