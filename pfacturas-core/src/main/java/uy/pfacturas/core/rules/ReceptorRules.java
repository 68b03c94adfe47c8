package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.calculo.Rounding;
import uy.pfacturas.core.calculo.Total;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.ley.Ui;
import uy.pfacturas.core.rules.IdentityRules.Broken;

/** The receiver, A-C60 to A-C65, and when it must be named. */
final class ReceptorRules {
  private static final String KIND = "Receptor.TipoDocRecep";
  private static final String COUNTRY = "Receptor.CodPaisRecep";
  private static final String NUMBER = "Receptor.DocRecep";
  private static final String FOREIGN = "Receptor.DocRecepExt";
  private static final IdentityRules.Parts PARTS =
      new IdentityRules.Parts(
          new Broken(RuleCode.A_C60_04, KIND),
          new Broken(RuleCode.A_C61_01, COUNTRY),
          new Broken(RuleCode.A_C62_04, NUMBER),
          new Broken(RuleCode.A_C62_05, NUMBER),
          new Broken(RuleCode.A_C62_1_01, FOREIGN),
          new Broken(RuleCode.A_C62_1_02, FOREIGN));
  private static final Receptor NOBODY = ReceptorBuilder.builder().build();

  static final List<Rule> ALL =
      List.of(
          ReceptorRules::factura,
          ReceptorRules::umbral,
          ReceptorRules::siempre,
          ReceptorRules::retenciones,
          ReceptorRules::completo,
          ReceptorRules::pais,
          ReceptorRules::digito,
          ReceptorRules::domicilio);

  private ReceptorRules() {}

  private static Receptor receptor(Subject s) {
    return s.cfe().receptor().orElse(NOBODY);
  }

  private static void factura(Subject s, Findings out) {
    if (s.isFactura() && !s.isSecret() && !s.isToRuc()) {
      out.add(RuleCode.A_C60_01, KIND);
    }
  }

  /** Table E: above the threshold an e-Ticket names its receiver; strictly greater, in pesos. */
  private static void umbral(Subject s, Findings out) {
    if (s.tipo().familia() != Familia.TICKET || isIdentified(s)) {
      return;
    }
    s.cfe()
        .idDoc()
        .fchEmis()
        .flatMap(s.ui()::tope)
        .ifPresent(
            tope ->
                Total.netoEnPesos(s.cfe().totales())
                    .filter(net -> net.compareTo(tope.pesos()) > 0)
                    .ifPresent(
                        net ->
                            out.add(
                                RuleCode.A_C60_02,
                                KIND,
                                Rounding.money(net),
                                Rounding.money(tope.pesos()),
                                tope.ui(),
                                tope.cotizacion().cierre())));
  }

  /** e-Remitos, e-Resguardos and e-Boletas always name whom they are for. */
  private static void siempre(Subject s, Findings out) {
    if (mustIdentify(s) && !isIdentified(s)) {
      RuleCode code = s.familia() == Familia.BOLETA ? RuleCode.A_C60_05 : RuleCode.A_C60_06;
      out.add(code, KIND);
    }
  }

  /** A buyer of foreign money need not name its seller below the threshold of table E. */
  private static boolean mustIdentify(Subject s) {
    return switch (s.familia()) {
      case REMITO, RESGUARDO -> true;
      case BOLETA -> s.compraMe().isEmpty() || s.isToRuc() || !isBelow(s);
      default -> false;
    };
  }

  private static boolean isBelow(Subject s) {
    Optional<BigDecimal> tope = s.cfe().idDoc().fchEmis().flatMap(s.ui()::tope).map(Ui.Tope::pesos);
    return tope.flatMap(t -> Total.netoEnPesos(s.cfe().totales()).map(net -> net.compareTo(t) < 0))
        .orElse(false);
  }

  private static void retenciones(Subject s, Findings out) {
    boolean isRetaining =
        s.cfe().items().stream().anyMatch(item -> !item.retencPerceps().isEmpty());
    if (isRetaining && s.tipo().familia() == Familia.TICKET && !isIdentified(s)) {
      out.add(RuleCode.A_C60_03, KIND);
    }
  }

  private static boolean isIdentified(Subject s) {
    return s.isSecret() || receptor(s).tipoDocRecep().isPresent();
  }

  private static IdentityRules identity(Subject s) {
    Receptor r = receptor(s);
    return new IdentityRules(r.tipoDocRecep(), r.codPaisRecep(), r.docRecep(), r.docRecepExt());
  }

  /** A-C60, A-C61 and one of A-C62 and A-C62.1 go together. */
  private static void completo(Subject s, Findings out) {
    boolean isSaidBefore =
        receptor(s).tipoDocRecep().isEmpty() && (s.isFactura() || mustIdentify(s));
    if (!isSaidBefore) {
      identity(s).parts(PARTS, out);
    }
  }

  private static void pais(Subject s, Findings out) {
    identity(s).country(RuleCode.A_C61_02, RuleCode.A_C61_03, COUNTRY, out);
  }

  private static void digito(Subject s, Findings out) {
    Receptor r = receptor(s);
    identity(s).digit(RuleCode.A_C62_01, RuleCode.A_C62_02, NUMBER, out);
    boolean isNie = r.tipoDocRecep().filter(kind -> kind == IdentityRules.NIE).isPresent();
    r.docRecep()
        .filter(number -> isNie && !number.matches("[0-9]+"))
        .ifPresent(number -> out.add(RuleCode.A_C62_03, NUMBER, number));
  }

  private static void domicilio(Subject s, Findings out) {
    Receptor r = receptor(s);
    if (s.isSecret()) {
      return;
    }
    boolean isNamed =
        s.isFactura() || isExport(s) || (mustIdentify(s) && s.familia() != Familia.REMITO);
    if (isNamed && r.rznSocRecep().isEmpty()) {
      out.add(RuleCode.A_C63_01, "Receptor.RznSocRecep");
    }
    if (isNamed && s.familia() != Familia.RESGUARDO && r.dirRecep().isEmpty()) {
      out.add(RuleCode.A_C64_01, "Receptor.DirRecep");
    }
    if (isNamed && s.familia() != Familia.RESGUARDO && r.ciudadRecep().isEmpty()) {
      out.add(RuleCode.A_C65_01, "Receptor.CiudadRecep");
    }
    if (isExport(s) && r.deptoRecep().isEmpty()) {
      out.add(RuleCode.A_C66_01, "Receptor.DeptoRecep");
    }
    if (isExport(s) && r.paisRecep().isEmpty()) {
      out.add(RuleCode.A_C66_1_01, "Receptor.PaisRecep");
    }
  }

  private static boolean isExport(Subject s) {
    return s.familia() == Familia.EXPORTACION || s.familia() == Familia.REMITO_EXPORTACION;
  }
}
