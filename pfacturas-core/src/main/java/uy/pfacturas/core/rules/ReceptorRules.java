package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.core.calculo.Rounding;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.rut.Cedula;
import uy.pfacturas.core.rut.Rut;

/** The receiver, A-C60 to A-C65, and when it must be named. */
final class ReceptorRules {
  private static final int NIE = 1;
  private static final int RUC = 2;
  private static final int CI = 3;
  private static final int DNI = 6;
  private static final Set<Integer> URUGUAYAN = Set.of(NIE, RUC, CI);
  private static final Set<String> OF_DNI = Set.of("AR", "BR", "CL", "PY");
  private static final Receptor NOBODY = ReceptorBuilder.builder().build();

  static final List<Rule> ALL =
      List.of(
          ReceptorRules::factura,
          ReceptorRules::umbral,
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
    if (s.isFactura()
        && !s.isSecret()
        && receptor(s).tipoDocRecep().filter(t -> t == RUC).isEmpty()) {
      out.add(RuleCode.A_C60_01, "Receptor.TipoDocRecep");
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
                inPesos(s.cfe().totales())
                    .filter(net -> net.compareTo(tope.pesos()) > 0)
                    .ifPresent(
                        net ->
                            out.add(
                                RuleCode.A_C60_02,
                                "Receptor.TipoDocRecep",
                                Rounding.money(net),
                                Rounding.money(tope.pesos()),
                                tope.ui(),
                                tope.cotizacion().cierre())));
  }

  /** Σ A-C112…A-C118 in pesos; empty if the exchange rate is missing. */
  private static Optional<BigDecimal> inPesos(Totales t) {
    BigDecimal net =
        List.of(
                t.mntNoGrv(),
                t.mntExpoyAsim(),
                t.mntImpuestoPerc(),
                t.mntIVaenSusp(),
                t.mntNetoIvaTasaMin(),
                t.mntNetoIVATasaBasica(),
                t.mntNetoIVAOtra())
            .stream()
            .flatMap(Optional::stream)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return t.tpoMoneda().filter(Moneda.UYU::equals).isPresent()
        ? Optional.of(net)
        : t.tpoCambio().map(net::multiply);
  }

  private static void retenciones(Subject s, Findings out) {
    boolean isRetaining =
        s.cfe().items().stream().anyMatch(item -> !item.retencPerceps().isEmpty());
    if (isRetaining && s.tipo().familia() == Familia.TICKET && !isIdentified(s)) {
      out.add(RuleCode.A_C60_03, "Receptor.TipoDocRecep");
    }
  }

  private static boolean isIdentified(Subject s) {
    return s.isSecret() || receptor(s).tipoDocRecep().isPresent();
  }

  /** A-C60, A-C61 and one of A-C62 and A-C62.1 go together. */
  private static void completo(Subject s, Findings out) {
    Receptor r = receptor(s);
    if (r.tipoDocRecep().isEmpty()) {
      boolean hasPart =
          r.codPaisRecep().isPresent() || r.docRecep().isPresent() || r.docRecepExt().isPresent();
      if (hasPart && !s.isFactura()) {
        out.add(RuleCode.A_C60_04, "Receptor.TipoDocRecep");
      }
      return;
    }
    int kind = r.tipoDocRecep().get();
    boolean isUruguayan = URUGUAYAN.contains(kind);
    if (r.codPaisRecep().isEmpty()) {
      out.add(RuleCode.A_C61_01, "Receptor.CodPaisRecep");
    }
    if (isUruguayan && r.docRecep().isEmpty()) {
      out.add(RuleCode.A_C62_04, "Receptor.DocRecep");
    }
    if (!isUruguayan && r.docRecepExt().isEmpty()) {
      out.add(RuleCode.A_C62_1_01, "Receptor.DocRecepExt");
    }
    if (!isUruguayan && r.docRecep().isPresent()) {
      out.add(RuleCode.A_C62_05, "Receptor.DocRecep", kind);
    }
    if (isUruguayan && r.docRecepExt().isPresent()) {
      out.add(RuleCode.A_C62_1_02, "Receptor.DocRecepExt");
    }
  }

  private static void pais(Subject s, Findings out) {
    Receptor r = receptor(s);
    if (r.tipoDocRecep().isEmpty() || r.codPaisRecep().isEmpty()) {
      return;
    }
    int kind = r.tipoDocRecep().get();
    String country = r.codPaisRecep().get();
    if (URUGUAYAN.contains(kind) && !country.equals("UY")) {
      out.add(RuleCode.A_C61_02, "Receptor.CodPaisRecep", country);
    } else if (kind == DNI && !OF_DNI.contains(country)) {
      out.add(RuleCode.A_C61_03, "Receptor.CodPaisRecep", country);
    }
  }

  /** For NIE no document gives a rule of the check digit: DGI only. */
  private static void digito(Subject s, Findings out) {
    Receptor r = receptor(s);
    if (r.tipoDocRecep().isEmpty() || r.docRecep().isEmpty()) {
      return;
    }
    int kind = r.tipoDocRecep().get();
    String number = r.docRecep().get();
    if (kind == RUC && !Rut.isValid(number)) {
      out.add(RuleCode.A_C62_01, "Receptor.DocRecep");
    } else if (kind == CI && !Cedula.isValid(number)) {
      out.add(RuleCode.A_C62_02, "Receptor.DocRecep");
    } else if (kind == NIE && !number.matches("[0-9]+")) {
      out.add(RuleCode.A_C62_03, "Receptor.DocRecep");
    }
  }

  private static void domicilio(Subject s, Findings out) {
    if (!s.isFactura() || s.isSecret()) {
      return;
    }
    Receptor r = receptor(s);
    if (r.rznSocRecep().isEmpty()) {
      out.add(RuleCode.A_C63_01, "Receptor.RznSocRecep");
    }
    if (r.dirRecep().isEmpty()) {
      out.add(RuleCode.A_C64_01, "Receptor.DirRecep");
    }
    if (r.ciudadRecep().isEmpty()) {
      out.add(RuleCode.A_C65_01, "Receptor.CiudadRecep");
    }
  }
}
