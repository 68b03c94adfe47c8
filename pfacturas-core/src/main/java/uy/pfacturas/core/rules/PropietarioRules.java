package uy.pfacturas.core.rules;

import java.util.List;
import uy.pfacturas.core.cfe.IdDoc;
import uy.pfacturas.core.rules.IdentityRules.Broken;

/** Whose the goods are that travel with an e-Remito, A-C6.1 to A-C6.6. */
final class PropietarioRules {
  private static final String KIND = "IdDoc.TipoDocProp";
  private static final String COUNTRY = "IdDoc.CodPaisProp";
  private static final String NUMBER = "IdDoc.DocProp";
  private static final String FOREIGN = "IdDoc.DocPropExt";

  private static final IdentityRules.Parts PARTS =
      new IdentityRules.Parts(
          new Broken(RuleCode.A_C6_2_02, KIND),
          new Broken(RuleCode.A_C6_3_01, COUNTRY),
          new Broken(RuleCode.A_C6_4_01, NUMBER),
          new Broken(RuleCode.A_C6_4_02, NUMBER),
          new Broken(RuleCode.A_C6_5_01, FOREIGN),
          new Broken(RuleCode.A_C6_5_02, FOREIGN));

  static final List<Rule> ALL = List.of(PropietarioRules::tercero, PropietarioRules::documento);

  private PropietarioRules() {}

  /** Goods of another name their owner. */
  private static void tercero(Subject s, Findings out) {
    IdDoc idDoc = s.cfe().idDoc();
    if (idDoc.indPropiedad().isEmpty()) {
      return;
    }
    if (idDoc.tipoDocProp().isEmpty()) {
      out.add(RuleCode.A_C6_2_01, KIND);
    }
    if (idDoc.rznSocProp().isEmpty()) {
      out.add(RuleCode.A_C6_6_01, "IdDoc.RznSocProp");
    }
  }

  private static void documento(Subject s, Findings out) {
    IdDoc idDoc = s.cfe().idDoc();
    IdentityRules identity =
        new IdentityRules(
            idDoc.tipoDocProp(), idDoc.codPaisProp(), idDoc.docProp(), idDoc.docPropExt());
    if (idDoc.tipoDocProp().isPresent() || idDoc.indPropiedad().isEmpty()) {
      identity.parts(PARTS, out);
    }
    identity.country(RuleCode.A_C6_3_02, RuleCode.A_C6_3_03, COUNTRY, out);
    identity.digit(RuleCode.A_C6_4_03, RuleCode.A_C6_4_04, NUMBER, out);
  }
}
