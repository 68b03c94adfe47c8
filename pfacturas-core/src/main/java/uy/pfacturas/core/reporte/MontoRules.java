package uy.pfacturas.core.reporte;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uy.pfacturas.core.calculo.Rounding;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.ley.TasasIva;

/**
 * What must agree within the amounts of one type, B-C10 to C25.1.
 *
 * <p>DGI's text wants VAT to be net by rate (B-C19, C20). Both are sums over documents, each
 * rounded by itself and some converted from another currency, so the two may differ: by one peso
 * per document, as we take it.
 *
 * @see "Formato del reporte diario v13.2, 3.B"
 */
final class MontoRules {
  private static final ZoneId URUGUAY = ZoneId.of("America/Montevideo");
  private static final int DIAS_ADELANTE = 60;
  private static final TasasIva TASAS = TasasIva.published();

  private static final Tasa MINIMA =
      new Tasa("B-C22", "IVATasaMin", Monto::ivaTasaMin, Importe.NETO_MINIMA, Importe.IVA_MINIMA);
  private static final Tasa BASICA =
      new Tasa("B-C23", "IVATasaBas", Monto::ivaTasaBas, Importe.NETO_BASICA, Importe.IVA_BASICA);

  /** A rate, and the amounts that go with it. */
  private record Tasa(
      String campo,
      String elemento,
      Function<Monto, Optional<BigDecimal>> de,
      Importe neto,
      Importe iva) {}

  private final Resumen resumen;
  private final LocalDate lastDay;
  private final BigDecimal tolerance;
  private final Hallazgos found;

  private MontoRules(Resumen resumen, LocalDate lastDay, long documents, Hallazgos found) {
    this.resumen = resumen;
    this.lastDay = lastDay;
    this.tolerance = BigDecimal.valueOf(Math.max(1, documents));
    this.found = found;
  }

  static void check(Reporte reporte, Resumen resumen, String path, Hallazgos found) {
    Resumen.Datos d = resumen.datos();
    long issued =
        d.cantDocsEmi()
            .orElseGet(() -> d.cantDocsUtil().orElse(0L) - d.cantDocsAnulados().orElse(0L));
    long documents = issued + d.cantCFCEmi().orElse(0L);
    LocalDate signed = reporte.caratula().tmstFirmaEnv().atZoneSameInstant(URUGUAY).toLocalDate();
    MontoRules rules = new MontoRules(resumen, signed.plusDays(DIAS_ADELANTE), documents, found);
    String item = path + "." + Resumenes.monto(resumen.tipo().familia());
    if (documents > 0 && d.montos().isEmpty()) {
      found.add(ReporteFault.SIN_MONTOS, "B", item);
    }
    Set<List<?>> seen = new HashSet<>();
    for (int i = 0; i < d.montos().size(); i++) {
      Monto m = d.montos().get(i);
      String where = item + "[" + (i + 1) + "]";
      if (!seen.add(List.of(m.fecha(), m.codSuc(), m.indPagCta3ros()))) {
        found.add(ReporteFault.MONTO_REPETIDO, "B", where);
      }
      rules.check(m, where);
    }
  }

  private void check(Monto m, String path) {
    if (m.fecha().isAfter(lastDay)) {
      found.add(ReporteFault.FECHA_FUTURA, "B-C10", path + ".Fecha", m.fecha(), lastDay);
    }
    for (Importe importe : Importe.TODOS) {
      importe
          .of(m)
          .filter(a -> a.signum() < 0 && resumen.tipo().familia() != Familia.REMITO_EXPORTACION)
          .ifPresent(
              a -> {
                String where = path + "." + importe.elemento();
                found.add(ReporteFault.MONTO_NEGATIVO, importe.campo(), where, a);
              });
    }
    total(m, path);
    otherRate(m, path);
    Optional<TasasIva.Tasas> rates = TASAS.on(m.fecha());
    rate(MINIMA, m, rates.map(TasasIva.Tasas::minima), path);
    rate(BASICA, m, rates.map(TasasIva.Tasas::basica), path);
  }

  private void total(Monto m, String path) {
    BigDecimal sum = Importe.suma(m);
    m.totMntTotal()
        .filter(t -> t.compareTo(sum) != 0)
        .ifPresent(t -> found.add(ReporteFault.TOTAL, "B-C24", path + ".TotMntTotal", t, sum));
  }

  private void otherRate(Monto m, String path) {
    boolean net = isPositive(m.totMntIVAOtra());
    boolean vat = isPositive(m.mntIVAOtra());
    if (net && !vat) {
      found.add(ReporteFault.OTRA_TASA, "B-C21", path + ".MntIVAOtra", "MntIVAOtra");
    } else if (vat && !net) {
      found.add(ReporteFault.OTRA_TASA, "B-C18", path + ".TotMntIVAOtra", "TotMntIVAOtra");
    }
  }

  private void rate(Tasa tasa, Monto m, Optional<BigDecimal> rate, String path) {
    Optional<BigDecimal> said = tasa.de.apply(m);
    boolean isWrong = said.isPresent() && rate.filter(r -> r.compareTo(said.get()) == 0).isEmpty();
    boolean isMissing = said.isEmpty() && isPositive(tasa.neto.of(m));
    if (isWrong || isMissing) {
      String where = path + "." + tasa.elemento;
      found.add(ReporteFault.TASA, tasa.campo, where, plain(said), plain(rate));
    }
    BigDecimal computed =
        Rounding.percent(tasa.neto.of(m).orElse(BigDecimal.ZERO), rate.orElse(BigDecimal.ZERO));
    BigDecimal there = tasa.iva.of(m).orElse(BigDecimal.ZERO);
    if (there.subtract(computed).abs().compareTo(tolerance) > 0) {
      String where = path + "." + tasa.iva.elemento();
      found.add(ReporteFault.IVA, tasa.iva.campo(), where, there, computed);
    }
  }

  private static String plain(Optional<BigDecimal> rate) {
    return rate.map(r -> r.stripTrailingZeros().toPlainString()).orElse("-");
  }

  private static boolean isPositive(Optional<BigDecimal> amount) {
    return amount.filter(a -> a.signum() > 0).isPresent();
  }
}
