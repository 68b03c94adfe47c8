package uy.pfacturas.core.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import uy.pfacturas.core.cfe.CaeData;

/** The authorisation and the time of signing, zones G and H. Only for documents with a number. */
final class CaeRules {
  static final ZoneId URUGUAY = ZoneId.of("America/Montevideo");

  private static final int EXEMPT = 1;

  static final List<Rule> ALL =
      List.of(CaeRules::rango, CaeRules::vencimiento, CaeRules::causal, CaeRules::firma);

  private CaeRules() {}

  private static void rango(Subject s, Findings out) {
    s.cfe().caeData().ifPresent(cae -> rango(s, cae, out));
  }

  private static void rango(Subject s, CaeData cae, Findings out) {
    if (cae.dNro().isEmpty() || cae.hNro().isEmpty()) {
      return;
    }
    int from = cae.dNro().get();
    int to = cae.hNro().get();
    if (to < from) {
      out.add(RuleCode.G_C3_01, "CAEData.HNro", text(from), text(to));
      return;
    }
    s.cfe()
        .idDoc()
        .nro()
        .filter(n -> n < from || n > to)
        .ifPresent(n -> out.add(RuleCode.G_C2_01, "IdDoc.Nro", text(n), text(from), text(to)));
  }

  private static String text(int number) {
    return Integer.toString(number);
  }

  /**
   * Expiry counts against the day of signing, and a document that is not signed yet is signed
   * today; paper was handed over on its own day, however late it is keyed in.
   */
  private static void vencimiento(Subject s, Findings out) {
    LocalDate signed =
        s.tipo().isContingencia() ? s.cfe().idDoc().fchEmis().orElse(s.today()) : signedOn(s);
    s.cfe()
        .caeData()
        .flatMap(CaeData::fecVenc)
        .filter(signed::isAfter)
        .ifPresent(end -> out.add(RuleCode.G_C4_01, "CAEData.FecVenc", end, signed));
  }

  private static LocalDate signedOn(Subject s) {
    return s.cfe()
        .tmstFirma()
        .map(when -> when.atZoneSameInstant(URUGUAY).toLocalDate())
        .orElse(s.today());
  }

  /** The cause belongs to special CAE 1, and only to it. */
  private static void causal(Subject s, Findings out) {
    s.cfe()
        .caeData()
        .ifPresent(
            cae -> {
              boolean isExempt = cae.caeEspecial().filter(e -> e == EXEMPT).isPresent();
              if (isExempt && cae.causalCAEEsp().isEmpty()) {
                out.add(RuleCode.G_C6_01, "CAEData.CausalCAEEsp");
              }
              if (!isExempt && cae.causalCAEEsp().isPresent()) {
                out.add(RuleCode.G_C6_02, "CAEData.CausalCAEEsp");
              }
            });
  }

  private static void firma(Subject s, Findings out) {
    LocalDate signed = signedOn(s);
    if (signed.isAfter(s.today().plusDays(1))) {
      out.add(RuleCode.H_C1_01, "TmstFirma", signed, s.today());
    }
  }
}
