package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.calculo.Sums;
import uy.pfacturas.core.calculo.Tolerancias;
import uy.pfacturas.core.cfe.CaeData;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.ley.TasasIva;
import uy.pfacturas.core.ley.Ui;

/**
 * All validations of DGI's format for a document: the format table's and those that look at more
 * than one field. All that is wrong is found at once. Thread-safe.
 *
 * <p>What only DGI can know is not judged: whether a branch or a CAE number is registered, whether
 * a referenced document exists, the check digit of a NIE.
 */
public final class Rules {
  private static final List<Rule> WITHOUT_NUMBER =
      Stream.of(
              IdDocRules.ALL,
              PropietarioRules.ALL,
              ReceptorRules.ALL,
              TotalesRules.ALL,
              IvaRules.ALL,
              ItemRules.ALL,
              DescuentoRules.ALL,
              ReferenciaRules.ALL,
              ComplementoRules.ALL)
          .flatMap(List::stream)
          .toList();

  private final Clock clock;
  private final Ui ui;
  private final TasasIva tasas;
  private final BigDecimal toleranciaIva;

  /** The rules as of the clock's day, by the published data of the law and the usual tolerance. */
  public Rules(Clock clock) {
    this(clock, Ui.published(), Tolerancias.DEFAULT.iva());
  }

  /**
   * The rules as of the clock's day; the law's data carries dates of validity.
   *
   * @param ui quotations, to which configuration may have added years
   * @param toleranciaIva what VAT may differ from net by rate where lines include VAT
   */
  public Rules(Clock clock, Ui ui, BigDecimal toleranciaIva) {
    this.clock = clock;
    this.ui = ui;
    this.tasas = TasasIva.published();
    this.toleranciaIva = toleranciaIva;
  }

  /**
   * What is wrong with a document that has no number yet: all of it; empty if nothing. Zones G, H
   * and I are not looked at, nor is the regime, which only the company or the CAE tells.
   */
  public List<Fault> validateUnnumbered(Cfe cfe) {
    return validate(cfe, false, Optional.empty(), false);
  }

  /**
   * What is wrong with a document of a company of this regime that has no number yet: all of it;
   * empty if nothing. Zones G, H and I are not looked at.
   */
  public List<Fault> validateUnnumbered(Cfe cfe, Regimen regimen) {
    return validate(cfe, false, regimen.caeEspecial(), true);
  }

  /**
   * What is wrong with a document that has its number and CAE: all of it, zone G included; empty if
   * nothing.
   */
  public List<Fault> validate(Cfe cfe) {
    return validate(
        cfe, true, cfe.caeData().flatMap(CaeData::caeEspecial), cfe.caeData().isPresent());
  }

  /**
   * Which of these faults of a CFC are for DGI to observe and not for us to refuse: those of the
   * rules, since its paper is handed over and stays valid. None while the table finds something,
   * because of that no XML that DGI reads can be made.
   *
   * @see "Formato del Mensaje de Respuesta v19, 1: los CFC no se rechazan, se devuelven observados"
   */
  public static List<Fault> observable(Cfe cfe, Etapa etapa, List<Fault> faults) {
    boolean isPaper = cfe.idDoc().tipoCFE().filter(TipoCfe::isContingencia).isPresent();
    return isPaper && Formato.vigente().check(cfe, etapa).isEmpty()
        ? List.copyOf(faults)
        : List.of();
  }

  /**
   * What is wrong with a document that should be numbered under this CAE: as {@link
   * #validate(Cfe)}, and whether type, series, number and zone G are the CAE's.
   */
  public List<Fault> validate(Cfe cfe, Cae cae) {
    List<Fault> faults = new ArrayList<>(validate(cfe));
    boolean isOfCae =
        cfe.idDoc().tipoCFE().filter(t -> t == cae.tipo()).isPresent()
            && cfe.idDoc().serie().filter(cae.serie()::equals).isPresent()
            && cfe.caeData().filter(cae.data()::equals).isPresent();
    if (!isOfCae) {
      RuleCode code = RuleCode.G_C1_01;
      faults.add(Fault.of(code, code.campo(), "CAEData.CAE_ID", Long.toString(cae.caeId())));
    }
    return List.copyOf(faults);
  }

  private List<Fault> validate(
      Cfe cfe, boolean isNumbered, Optional<Integer> especial, boolean isRegimeKnown) {
    Etapa etapa =
        !isNumbered
            ? Etapa.SIN_NUMERO
            : cfe.tmstFirma().isPresent() ? Etapa.FIRMADO : Etapa.NUMERADO;
    List<Fault> table = Formato.vigente().check(cfe, etapa);
    if (cfe.idDoc().tipoCFE().isEmpty()) {
      return table;
    }
    LocalDate today = clock.instant().atZone(CaeRules.URUGUAY).toLocalDate();
    Sums sums = Sums.of(cfe.items(), cfe.descuentosRecargos());
    Subject subject =
        new Subject(cfe, today, especial, isRegimeKnown, ui, tasas, toleranciaIva, sums);
    Findings findings = new Findings();
    WITHOUT_NUMBER.forEach(rule -> rule.check(subject, findings));
    if (isNumbered || subject.tipo().isContingencia()) {
      CaeRules.ALL.forEach(rule -> rule.check(subject, findings));
    }
    return together(table, findings.faults());
  }

  /** What the table and the rules found; where both found something, the rule says it better. */
  private static List<Fault> together(List<Fault> table, List<Fault> rules) {
    Set<String> said = rules.stream().map(Fault::path).collect(Collectors.toSet());
    return Stream.concat(
            table.stream().filter(fault -> !said.contains(fault.path())), rules.stream())
        .toList();
  }
}
