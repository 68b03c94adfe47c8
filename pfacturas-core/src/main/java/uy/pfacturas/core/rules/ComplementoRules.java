package uy.pfacturas.core.rules;

import java.util.List;
import java.util.Set;
import uy.pfacturas.core.cfe.ComplFiscal;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.rut.Rut;

/** On whose account the document is issued, zone K. What is encrypted for DGI is not judged. */
final class ComplementoRules {
  private static final int ON_ANOTHERS = 2;
  private static final Set<Integer> OF_MONEY = Set.of(1, 2, 7);
  private static final String ZONE = "Compl_Fiscal_Data";

  static final List<Rule> ALL =
      List.of(
          ComplementoRules::zona,
          ComplementoRules::especial,
          ComplementoRules::emisor,
          ComplementoRules::mandante);

  private ComplementoRules() {}

  /** The zone is for sales on another's account, and for foreign money bought on another's. */
  private static void zona(Subject s, Findings out) {
    boolean isThere = s.cfe().complFiscal().isPresent() || s.cfe().complFiscalCifrado().isPresent();
    boolean isOnAnothers = s.tipo().isCuentaAjena() || isMoney(s);
    boolean isSecret = s.cfe().idDoc().secProf().filter(p -> p == ON_ANOTHERS).isPresent();
    if (isOnAnothers && !isThere && !isSecret) {
      out.add(RuleCode.K_C1_01, ZONE);
    }
    if (!isOnAnothers && isThere) {
      out.add(RuleCode.K_C1_02, ZONE);
    }
    if (s.tipo().isCuentaAjena() && s.isSinIva()) {
      out.add(RuleCode.K_C1_03, "IdDoc.MntBruto");
    }
  }

  /** Who pays IVA mínimo or monotributo does not sell on another's account. */
  private static void especial(Subject s, Findings out) {
    s.caeEspecial()
        .filter(e -> !s.isExempt() && s.tipo().isCuentaAjena())
        .ifPresent(e -> out.add(RuleCode.G_C5_01, "CAEData.CAEEspecial", e));
  }

  private static boolean isMoney(Subject s) {
    return s.familia() == Familia.BOLETA && s.compraMe().filter(c -> c == ON_ANOTHERS).isPresent();
  }

  private static void emisor(Subject s, Findings out) {
    s.cfe()
        .complFiscal()
        .flatMap(ComplFiscal::rucEmisor)
        .filter(ruc -> ruc.length() == 12 && !Rut.isValid(ruc))
        .ifPresent(ruc -> out.add(RuleCode.K_C1_04, ZONE + ".RUCEmisor", ruc));
  }

  private static void mandante(Subject s, Findings out) {
    s.cfe().complFiscal().ifPresent(k -> mandante(s, k, out));
  }

  private static void mandante(Subject s, ComplFiscal k, Findings out) {
    IdentityRules identity =
        new IdentityRules(k.tipoDocMdte(), k.pais(), k.docMdte(), java.util.Optional.empty());
    identity.country(RuleCode.K_C3_01, RuleCode.K_C3_02, ZONE + ".Pais", out);
    identity.digit(RuleCode.K_C4_01, RuleCode.K_C4_02, ZONE + ".DocMdte", out);
    k.tipoDocMdte()
        .filter(kind -> isMoney(s) && !OF_MONEY.contains(kind))
        .ifPresent(kind -> out.add(RuleCode.K_C2_01, ZONE + ".TipoDocMdte", kind));
    if (k.docMdte().isPresent() && k.docMdte().equals(s.cfe().emisor().rucEmisor())) {
      out.add(RuleCode.K_C4_03, ZONE + ".DocMdte");
    }
  }
}
