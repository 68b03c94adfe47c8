package uy.pfacturas.core.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Referencia;

/** References, zone F. */
final class ReferenciaRules {
  static final List<Rule> ALL =
      List.of(
          ReferenciaRules::nota,
          ReferenciaRules::numero,
          ReferenciaRules::documento,
          ReferenciaRules::repetida,
          ReferenciaRules::fecha,
          ReferenciaRules::moneda);

  private ReferenciaRules() {}

  private static void nota(Subject s, Findings out) {
    if (s.tipo().isNota() && s.cfe().referencias().isEmpty()) {
      out.add(RuleCode.F_C1_01, "Referencia");
    }
  }

  private static void numero(Subject s, Findings out) {
    for (int i = 0; i < s.cfe().referencias().size(); i++) {
      int must = i + 1;
      String path = Path.of("Referencia", i, "NroLinRef");
      s.cfe()
          .referencias()
          .get(i)
          .nroLinRef()
          .filter(n -> n != must)
          .ifPresent(n -> out.add(RuleCode.F_C1_02, path, n, must));
    }
  }

  /** Either global, with its reason, or type, series and number. */
  private static void documento(Subject s, Findings out) {
    for (int i = 0; i < s.cfe().referencias().size(); i++) {
      Referencia r = s.cfe().referencias().get(i);
      String path = Path.of("Referencia", i, "");
      if (r.indGlobal().isEmpty()) {
        if (!isNamed(r)) {
          out.add(RuleCode.F_C3_02, path);
        }
        continue;
      }
      if (hasDocument(r)) {
        out.add(RuleCode.F_C3_01, path);
      }
      if (r.razonRef().isEmpty()) {
        out.add(RuleCode.F_C6_01, path + ".RazonRef");
      }
    }
  }

  private static boolean isNamed(Referencia r) {
    return r.tpoDocRef().isPresent() && r.serie().isPresent() && r.nroCFERef().isPresent();
  }

  private static boolean hasDocument(Referencia r) {
    return r.tpoDocRef().isPresent()
        || r.serie().isPresent()
        || r.nroCFERef().isPresent()
        || r.mntCFEref().isPresent()
        || r.tpoMonedaRef().isPresent()
        || r.tpoCambioRef().isPresent();
  }

  private static void repetida(Subject s, Findings out) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < s.cfe().referencias().size(); i++) {
      Referencia r = s.cfe().referencias().get(i);
      if (isNamed(r)) {
        String name =
            r.tpoDocRef().orElseThrow().codigo()
                + "-"
                + r.serie().orElseThrow()
                + "-"
                + r.nroCFERef().orElseThrow();
        if (!seen.add(name)) {
          out.add(RuleCode.F_C3_03, Path.of("Referencia", i, "NroCFERef"), name);
        }
      }
    }
  }

  private static void fecha(Subject s, Findings out) {
    for (int i = 0; i < s.cfe().referencias().size(); i++) {
      String path = Path.of("Referencia", i, "FechaCFEref");
      s.cfe()
          .referencias()
          .get(i)
          .fechaCFEref()
          .filter(day -> day.isAfter(s.today().plusDays(IdDocRules.DAYS_AHEAD)))
          .ifPresent(day -> out.add(RuleCode.F_C7_01, path, day, s.today()));
    }
  }

  private static void moneda(Subject s, Findings out) {
    for (int i = 0; i < s.cfe().referencias().size(); i++) {
      Referencia r = s.cfe().referencias().get(i);
      String path = Path.of("Referencia", i, "TpoCambioRef");
      r.tpoMonedaRef()
          .filter(m -> !m.equals(Moneda.UYU) && r.tpoCambioRef().isEmpty())
          .ifPresent(m -> out.add(RuleCode.F_C10_01, path, m));
    }
  }
}
