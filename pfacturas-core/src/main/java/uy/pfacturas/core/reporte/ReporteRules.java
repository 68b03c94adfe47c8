package uy.pfacturas.core.reporte;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;

/**
 * What must agree within a report: its counts and its ranges.
 *
 * @see "Formato del reporte diario v13.2, 3"
 */
final class ReporteRules {
  private static final ZoneId URUGUAY = ZoneId.of("America/Montevideo");

  private final Hallazgos found = new Hallazgos();

  private ReporteRules() {}

  static List<Fault> check(Reporte reporte) {
    ReporteRules rules = new ReporteRules();
    rules.cover(reporte);
    Set<TipoCfe> seen = EnumSet.noneOf(TipoCfe.class);
    for (Resumen resumen : reporte.resumenes()) {
      String path = Resumenes.elemento(resumen.tipo());
      if (!seen.add(resumen.tipo())) {
        rules.found.add(ReporteFault.TIPO_REPETIDO, "B-C1", path, resumen.tipo().codigo());
      }
      rules.kind(resumen, path);
      rules.counts(resumen.datos(), path);
      MontoRules.check(reporte, resumen, path, rules.found);
    }
    return rules.found.faults();
  }

  private void cover(Reporte reporte) {
    Reporte.Caratula caratula = reporte.caratula();
    long sum =
        reporte.resumenes().stream()
            .map(Resumen::datos)
            .mapToLong(d -> d.cantDocsUtil().orElse(0L) + d.cantCFCEmi().orElse(0L))
            .sum();
    if (caratula.cantComprobantes() != sum) {
      found.add(
          ReporteFault.CANTIDAD_TOTAL,
          "A-C7",
          "Caratula.CantComprobantes",
          caratula.cantComprobantes(),
          sum);
    }
    LocalDate signed = caratula.tmstFirmaEnv().atZoneSameInstant(URUGUAY).toLocalDate();
    if (signed.isBefore(caratula.fechaResumen())) {
      found.add(
          ReporteFault.FIRMADO_ANTES,
          "A-C6",
          "Caratula.TmstFirmaEnv",
          signed,
          caratula.fechaResumen());
    }
  }

  /** What a CFE has and a CFC has not, and the reverse. */
  private void kind(Resumen resumen, String path) {
    Resumen.Datos d = resumen.datos();
    TipoCfe tipo = resumen.tipo();
    boolean paper = tipo.isContingencia();
    if (paper && d.cantCFCEmi().isEmpty()) {
      found.add(ReporteFault.SIN_CANTIDAD, "B-C30", path + ".CantCFCEmi", "CantCFCEmi");
    } else if (!paper && d.cantDocsUtil().isEmpty()) {
      found.add(ReporteFault.SIN_CANTIDAD, "B-C26", path + ".CantDocsUtil", "CantDocsUtil");
    }
    notHere(!paper && d.cantCFCEmi().isPresent(), "B-C30", "CantCFCEmi", tipo, path);
    notHere(paper && d.cantDocsUtil().isPresent(), "B-C26", "CantDocsUtil", tipo, path);
    notHere(paper && d.cantDocsAnulados().isPresent(), "B-C28", "CantDocsAnulados", tipo, path);
    notHere(paper && d.cantDocsEmi().isPresent(), "B-C29", "CantDocsEmi", tipo, path);
    notHere(paper && !d.utilizados().isEmpty(), "B-C41", "RDU_Item", tipo, path);
    notHere(paper && !d.anulados().isEmpty(), "B-C44", "RDA_Item", tipo, path);
    boolean onBehalf = tipo.familia() == Familia.TICKET && tipo.codigo() % 100 / 10 == 3;
    notHere(
        onBehalf && d.cantDocsMayTopeUI().isPresent(), "B-C27", "CantDocsMay_topeUI", tipo, path);
  }

  private void notHere(boolean there, String campo, String element, TipoCfe tipo, String path) {
    if (there) {
      found.add(ReporteFault.DE_OTRO_TIPO, campo, path + "." + element, element, tipo.codigo());
    }
  }

  private void counts(Resumen.Datos d, String path) {
    ranges(d.cantDocsUtil(), d.utilizados(), "B-C26", path + ".CantDocsUtil", path + ".RDU_Item");
    ranges(
        d.cantDocsAnulados(),
        d.anulados(),
        "B-C28",
        path + ".CantDocsAnulados",
        path + ".RDA_Item");
    NavigableSet<Rango> used = Rango.ordenados(Rango.unidos(d.utilizados()));
    for (int i = 0; i < d.anulados().size(); i++) {
      Rango rango = d.anulados().get(i);
      if (rango.cantidad() > 0 && !rango.isWithin(used)) {
        add(ReporteFault.ANULADO_SIN_USO, "B-C45", path + ".RDA_Item[" + (i + 1) + "]", rango);
      }
    }
    Optional<Long> issued =
        d.cantDocsUtil().map(used26 -> used26 - d.cantDocsAnulados().orElse(0L));
    if (issued.isPresent() && d.cantDocsEmi().filter(e -> !e.equals(issued.get())).isPresent()) {
      found.add(
          ReporteFault.EMITIDOS,
          "B-C29",
          path + ".CantDocsEmi",
          d.cantDocsEmi().get(),
          issued.get());
    }
    long all = issued.orElse(0L) + d.cantCFCEmi().orElse(0L);
    if (d.cantDocsMayTopeUI().filter(n -> n > all).isPresent()) {
      found.add(
          ReporteFault.MAYORES,
          "B-C27",
          path + ".CantDocsMay_topeUI",
          d.cantDocsMayTopeUI().get(),
          all);
    }
  }

  private void ranges(
      Optional<Long> said, List<Rango> ranges, String campo, String path, String item) {
    long there = ranges.stream().mapToLong(Rango::cantidad).sum();
    if (said.orElse(0L) != there) {
      found.add(ReporteFault.RANGOS, campo, path, said.orElse(0L), there);
    }
    Set<Integer> twice = Rango.repetidos(ranges);
    for (int i = 0; i < ranges.size(); i++) {
      Rango rango = ranges.get(i);
      String where = item + "[" + (i + 1) + "]";
      if (rango.cantidad() == 0) {
        found.add(ReporteFault.RANGO_VACIO, campo, where, rango.nroDesde(), rango.nroHasta());
      } else if (twice.contains(i)) {
        add(ReporteFault.RANGO_REPETIDO, campo, where, rango);
      }
    }
  }

  private void add(ReporteFault code, String campo, String path, Rango rango) {
    found.add(code, campo, path, rango.serie(), rango.nroDesde(), rango.nroHasta());
  }
}
