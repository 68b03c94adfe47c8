package uy.pfacturas.core.ley;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Unidad Indexada, and the amount over which an e-Ticket must identify its receiver.
 *
 * <p>The law takes the quotation at the end of the year before the document. Where that year is not
 * known, the newest older one stands in: the UI only grows, so the threshold is then lower than the
 * law's, never higher. {@link Cotizacion#isDelAnioAnterior()} tells, so that somebody can be
 * warned. Immutable.
 *
 * @see "Formato de los CFE v25-1, tabla E and A-C60"
 */
public final class Ui {
  /**
   * A quotation as it is applied to a document.
   *
   * @param cierre the year at whose end it was quoted
   * @param pesos pesos per UI
   * @param isDelAnioAnterior whether that is the year before the document, as the law wants it
   */
  public record Cotizacion(int cierre, BigDecimal pesos, boolean isDelAnioAnterior) {}

  /**
   * The amount over which the receiver must be identified.
   *
   * @param ui in UI
   * @param cotizacion of the UI
   */
  public record Tope(BigDecimal ui, Cotizacion cotizacion) {
    /** In pesos. The net amount must be strictly greater to oblige. */
    public BigDecimal pesos() {
      return ui.multiply(cotizacion.pesos());
    }
  }

  private final NavigableMap<Integer, BigDecimal> byYear;
  private final NavigableMap<LocalDate, BigDecimal> topes;

  private Ui(NavigableMap<Integer, BigDecimal> byYear, NavigableMap<LocalDate, BigDecimal> topes) {
    this.byYear = byYear;
    this.topes = topes;
  }

  /** The quotations that this version knows. */
  public static Ui published() {
    NavigableMap<Integer, BigDecimal> byYear = new TreeMap<>();
    Tabla.rows("ui.tsv")
        .forEach(row -> byYear.put(Integer.valueOf(row.get(0)), new BigDecimal(row.get(1))));
    NavigableMap<LocalDate, BigDecimal> topes = new TreeMap<>();
    Tabla.rows("topes.tsv")
        .forEach(row -> topes.put(LocalDate.parse(row.get(0)), new BigDecimal(row.get(1))));
    return new Ui(byYear, topes);
  }

  /**
   * These quotations and another, which takes the place of one of the same year.
   *
   * @param year the year at whose end it was quoted
   * @param pesos pesos per UI
   * @throws IllegalArgumentException if it is not greater than zero
   */
  public Ui with(int year, BigDecimal pesos) {
    if (pesos.signum() <= 0) {
      throw new IllegalArgumentException("pesos is not greater than zero: " + pesos);
    }
    NavigableMap<Integer, BigDecimal> more = new TreeMap<>(byYear);
    more.put(year, pesos);
    return new Ui(more, topes);
  }

  /**
   * The quotation for documents of that day; empty if neither last year's nor an older is known.
   */
  public Optional<Cotizacion> on(LocalDate day) {
    int wanted = day.getYear() - 1;
    return Optional.ofNullable(byYear.floorEntry(wanted))
        .map(e -> new Cotizacion(e.getKey(), e.getValue(), e.getKey() == wanted));
  }

  /** The threshold for documents of that day; empty if it or the quotation is not known. */
  public Optional<Tope> tope(LocalDate day) {
    return Optional.ofNullable(topes.floorEntry(day))
        .flatMap(e -> on(day).map(c -> new Tope(e.getValue(), c)));
  }
}
