package uy.pfacturas.core.preparation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.calculo.Calculation;
import uy.pfacturas.core.calculo.Calculator;
import uy.pfacturas.core.calculo.Tolerancias;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Continuation;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.ley.TasasIva;
import uy.pfacturas.core.ley.Ui;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.rules.RuleCode;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/**
 * Takes a request through the acts that need no number: normalize, calculate, validate. The one
 * door for the synchronizer, the command line and an embedding ERP. Thread-safe, does no I/O
 * itself.
 */
public final class Preparation {
  /**
   * Finds what is known of a taxpayer, from a cache or a registry; empty if nothing is known now.
   */
  @FunctionalInterface
  public interface Registry {
    /** Knows nobody. */
    Registry NONE = rut -> Optional.empty();

    Optional<Contribuyente> find(Rut rut);
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** All that is wrong; empty exactly when the document is {@link Ready}. */
    List<Fault> faults();

    /**
     * Ready for a number.
     *
     * @param cfe complete but for number, CAE, time of signing and signature
     * @param avisos what was filled in or continued elsewhere, for the person to know
     * @param diferenciaErp what the ERP's total was, where it differs from ours within the
     *     tolerance
     * @param observaciones what is wrong with a CFC and does not stop it: it is informed as it is,
     *     and again when it is corrected; empty for all others
     */
    record Ready(
        Cfe cfe, List<Fault> avisos, Optional<BigDecimal> diferenciaErp, List<Fault> observaciones)
        implements Outcome {
      public Ready {
        avisos = List.copyOf(avisos);
        observaciones = List.copyOf(observaciones);
      }

      @Override
      public List<Fault> faults() {
        return List.of();
      }
    }

    /** Not to be issued: all that is wrong, with places of the ERP's file where they are known. */
    record Faulty(List<Fault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  private static final ZoneId URUGUAY = ZoneId.of("America/Montevideo");

  private final Empresa empresa;
  private final Clock clock;
  private final Issuer issuer;
  private final Receiver receiver;
  private final Normalization normalization;
  private final Calculator calculator;
  private final Rules rules;

  /**
   * For one company and its registry, by the published data of the law and the usual tolerances.
   */
  public Preparation(Empresa empresa, Registry registry, Clock clock) {
    this(empresa, registry, clock, Ui.published(), Tolerancias.DEFAULT);
  }

  /**
   * For one company and its registry.
   *
   * @param clock tells today; the day is always Uruguay's
   * @param ui quotations, to which configuration may have added years
   * @param tolerancias how far amounts of the ERP may lie from ours
   */
  public Preparation(
      Empresa empresa, Registry registry, Clock clock, Ui ui, Tolerancias tolerancias) {
    this.empresa = empresa;
    this.clock = clock;
    this.issuer = new Issuer(empresa);
    this.receiver = new Receiver(registry);
    this.normalization = new Normalization(empresa);
    this.calculator = new Calculator(TasasIva.published(), tolerancias, empresa.redondeoEfectivo());
    this.rules = new Rules(clock, ui, tolerancias.iva());
  }

  /**
   * Prepares a request; the references by id must have been resolved before ({@link IdRefs}), one
   * that was not is a fault. Repeatable: the same request on the same day gives the same outcome.
   */
  public Outcome prepare(Pedido.Emision emision) {
    List<Fault> faults = new ArrayList<>();
    List<Fault> avisos = new ArrayList<>();
    Cfe normal = normalize(emision, faults, avisos);
    Calculation calculation = calculator.calculate(normal);
    avisos.addAll(calculation.avisos());
    List<Fault> found = new ArrayList<>(calculation.faults());
    found.addAll(rules.validateUnnumbered(calculation.cfe(), empresa.regimen()));
    List<Fault> observed = Rules.observable(calculation.cfe(), Etapa.SIN_NUMERO, found);
    found.removeAll(observed);
    faults.addAll(unresolved(emision, found));
    boolean isSplit =
        emision.cfe().descuentosRecargos().stream().anyMatch(d -> d.indFactDR().isEmpty());
    Places places = new Places(emision.places(), isSplit);
    return faults.isEmpty()
        ? new Outcome.Ready(
            calculation.cfe(),
            avisos.stream().map(places::locate).toList(),
            calculation.diferenciaErp(),
            observed.stream().map(places::locate).toList())
        : new Outcome.Faulty(faults.stream().map(places::locate).toList());
  }

  /**
   * Prepares a document that an embedding program built itself, perhaps with {@link
   * uy.pfacturas.core.draft.Draft}: of the first branch, or of the one that its issuer names.
   */
  public Outcome prepare(Cfe draft) {
    return prepare(
        new Pedido.Emision(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            draft,
            Optional.empty(),
            List.of(),
            Pedido.Impresion.DEFAULT,
            "",
            Map.of()));
  }

  private Cfe normalize(Pedido.Emision emision, List<Fault> faults, List<Fault> avisos) {
    LocalDate today = clock.instant().atZone(URUGUAY).toLocalDate();
    Cfe given = emision.cfe();
    Cfe document =
        CfeBuilder.builder(given)
            .tmstFirma(Optional.empty())
            .caeData(given.caeData().filter(cae -> isOnPaper(given)))
            .emisor(issuer.apply(emision, faults))
            .receptor(given.receptor().map(r -> receiver.apply(r, given.idDoc().tipoCFE(), avisos)))
            .build();
    // A file's names were continued when it was read; an embedding program's are continued here.
    Continuation continued = Continuation.of(document);
    avisos.addAll(continued.avisos());
    return normalization.apply(continued.cfe(), today);
  }

  /** The authorisation of a CFC is on its paper, as its number is; that of others comes with it. */
  private static boolean isOnPaper(Cfe cfe) {
    return cfe.idDoc().tipoCFE().filter(TipoCfe::isContingencia).isPresent();
  }

  /** A reference that still names an id is said so, instead of what it lacks. */
  private static List<Fault> unresolved(Pedido.Emision emision, List<Fault> found) {
    List<Fault> faults = new ArrayList<>(found);
    for (Pedido.IdRef ref : emision.idRefs()) {
      String path = "Referencia[" + (ref.referencia() + 1) + "]";
      faults.removeIf(f -> f.code() == RuleCode.F_C3_02 && f.path().equals(path));
      faults.add(Fault.of(PreparationCode.UNRESOLVED_REFERENCE, "F-C5", path + ".IdRef", ref.id()));
    }
    return faults;
  }
}
