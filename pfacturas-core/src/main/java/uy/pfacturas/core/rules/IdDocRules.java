package uy.pfacturas.core.rules;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import uy.pfacturas.core.calculo.IndFact;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.IdDoc;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.rut.Rut;

/** Identification and issuer, A-C5 to A-C40. */
final class IdDocRules {
  /** A-C5 and F-C7: DGI takes documents dated so many days ahead. */
  static final int DAYS_AHEAD = 60;

  private static final int TAX_FREE = 80;
  private static final int EXPORT_OF_SERVICES = 90;
  private static final Set<Integer> OF_EXPORTS = Set.of(1, 2, 3, 4, EXPORT_OF_SERVICES, 91, 99);
  private static final Set<Familia> WITHOUT_PRICES =
      Set.of(Familia.REMITO, Familia.REMITO_EXPORTACION, Familia.RESGUARDO);
  private static final Set<Integer> MONOTRIBUTOS = Set.of(3, 4);
  private static final Set<Integer> NOT_INVOICEABLE =
      Set.of(IndFact.NO_FACTURABLE, IndFact.NO_FACTURABLE_NEGATIVO);

  static final List<Rule> ALL =
      List.of(
          IdDocRules::fchEmis,
          IdDocRules::fchValor,
          IdDocRules::periodo,
          IdDocRules::mntBruto,
          IdDocRules::modVenta,
          IdDocRules::ivaAlDia,
          IdDocRules::secProf,
          IdDocRules::cobranza,
          IdDocRules::monedaExtranjera,
          IdDocRules::rucEmisor);

  private IdDocRules() {}

  private static void fchEmis(Subject s, Findings out) {
    s.cfe()
        .idDoc()
        .fchEmis()
        .filter(day -> day.isAfter(s.today().plusDays(DAYS_AHEAD)))
        .ifPresent(day -> out.add(RuleCode.A_C5_01, "IdDoc.FchEmis", day, s.today()));
  }

  /** A-C5.1: not of a later month than the document. */
  private static void fchValor(Subject s, Findings out) {
    IdDoc idDoc = s.cfe().idDoc();
    idDoc
        .fchValor()
        .filter(
            value ->
                idDoc
                    .fchEmis()
                    .filter(day -> YearMonth.from(value).isAfter(YearMonth.from(day)))
                    .isPresent())
        .ifPresent(
            value -> out.add(RuleCode.A_C5_1_01, "IdDoc.FchValor", value, s.cfe().fchEmis()));
  }

  private static void periodo(Subject s, Findings out) {
    s.cfe()
        .idDoc()
        .periodoDesde()
        .ifPresent(
            from ->
                s.cfe()
                    .idDoc()
                    .periodoHasta()
                    .filter(to -> to.isBefore(from))
                    .ifPresent(to -> out.add(RuleCode.A_C8_01, "IdDoc.PeriodoHasta", from, to)));
  }

  /**
   * A-C10 is 3 if, and only if, the special CAE is 2, 3 or 4; documents without prices have no
   * A-C10, and sales on another's account no such CAE.
   */
  private static void mntBruto(Subject s, Findings out) {
    if (WITHOUT_PRICES.contains(s.familia()) || s.tipo().isCuentaAjena()) {
      return;
    }
    boolean mustBe = s.caeEspecial().filter(e -> e > 1).isPresent();
    boolean isUnknown = s.caeEspecial().isEmpty() && !s.isRegimeKnown();
    if (!isUnknown && mustBe != s.isSinIva()) {
      out.add(RuleCode.A_C10_01, "IdDoc.MntBruto");
    }
  }

  private static void modVenta(Subject s, Findings out) {
    Set<Integer> allowed =
        switch (s.familia()) {
          case TICKET -> Set.of(TAX_FREE, EXPORT_OF_SERVICES);
          case EXPORTACION, REMITO_EXPORTACION -> OF_EXPORTS;
          default -> Set.of(EXPORT_OF_SERVICES);
        };
    s.cfe()
        .idDoc()
        .modVenta()
        .filter(m -> !allowed.contains(m))
        .ifPresent(m -> out.add(RuleCode.A_C14_01, "IdDoc.ModVenta", m));
  }

  private static void ivaAlDia(Subject s, Findings out) {
    s.cfe()
        .idDoc()
        .ivaAlDia()
        .ifPresent(
            value -> {
              if (value != 1 && !s.tipo().isCuentaAjena()) {
                out.add(RuleCode.A_C17_01, "IdDoc.IVAalDia", value);
              }
              if (s.caeEspecial().filter(MONOTRIBUTOS::contains).isPresent()) {
                out.add(RuleCode.A_C17_02, "IdDoc.IVAalDia");
              }
            });
  }

  private static void secProf(Subject s, Findings out) {
    s.cfe()
        .idDoc()
        .secProf()
        .filter(value -> value == 2 && !s.tipo().isCuentaAjena())
        .ifPresent(value -> out.add(RuleCode.A_C18_01, "IdDoc.SecProf"));
    s.compraMe()
        .filter(buys -> buys == 2 && s.isSecret())
        .ifPresent(buys -> out.add(RuleCode.A_C18_02, "IdDoc.SecProf"));
  }

  /** Foreign money that is bought to be sold again is all that such an e-Boleta holds. */
  private static void monedaExtranjera(Subject s, Findings out) {
    if (s.compraMe().isEmpty()) {
      return;
    }
    List<Item> items = s.cfe().items();
    for (int i = 0; i < items.size(); i++) {
      String path = Path.item(i, "IndFact");
      items
          .get(i)
          .indFact()
          .filter(f -> f != IndFact.MONEDA_EXTRANJERA)
          .ifPresent(f -> out.add(RuleCode.A_C21_01, path, f));
    }
  }

  private static void cobranza(Subject s, Findings out) {
    if (!s.isCobranza()) {
      return;
    }
    List<Item> items = s.cfe().items();
    for (int i = 0; i < items.size(); i++) {
      String path = Path.item(i, "IndFact");
      items
          .get(i)
          .indFact()
          .filter(f -> !NOT_INVOICEABLE.contains(f))
          .ifPresent(f -> out.add(RuleCode.A_C20_01, path, f));
    }
    if (!s.cfe().descuentosRecargos().isEmpty()) {
      out.add(RuleCode.A_C20_02, "DRG_Item[1]");
    }
    if (s.cfe().referencias().isEmpty()) {
      out.add(RuleCode.A_C20_03, "IdDoc.IndCobPropia");
    }
  }

  private static void rucEmisor(Subject s, Findings out) {
    s.cfe()
        .emisor()
        .rucEmisor()
        .filter(ruc -> ruc.length() == 12 && !Rut.isValid(ruc))
        .ifPresent(ruc -> out.add(RuleCode.A_C40_01, "Emisor.RUCEmisor", ruc));
  }
}
