package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.fault.Fault;

/** Compares what the ERP gave with what was computed. */
final class GivenAmounts {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final BigDecimal tolerance;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> avisos = new ArrayList<>();
  private Optional<BigDecimal> diferencia = Optional.empty();

  GivenAmounts(BigDecimal tolerance) {
    this.tolerance = tolerance;
  }

  List<Fault> faults() {
    return faults;
  }

  List<Fault> avisos() {
    return avisos;
  }

  Optional<BigDecimal> diferencia() {
    return diferencia;
  }

  void compareLines(List<Item> given, List<Item> ours) {
    for (int i = 0; i < given.size(); i++) {
      compare(
          "B-C24",
          "Item[" + (i + 1) + "].MontoItem",
          given.get(i).montoItem(),
          ours.get(i).montoItem(),
          CENT);
    }
  }

  /**
   * Compares totals.
   *
   * @param ours what the document gets
   * @param unrounded ours before rounding to cash; the ERP may have meant either
   */
  void compareTotals(Totales given, Totales ours, Totales unrounded) {
    total("A-C112", "MntNoGrv", given.mntNoGrv(), ours.mntNoGrv());
    total("A-C113", "MntExpoyAsim", given.mntExpoyAsim(), ours.mntExpoyAsim());
    total("A-C114", "MntImpuestoPerc", given.mntImpuestoPerc(), ours.mntImpuestoPerc());
    total("A-C115", "MntIVaenSusp", given.mntIVaenSusp(), ours.mntIVaenSusp());
    total("A-C116", "MntNetoIvaTasaMin", given.mntNetoIvaTasaMin(), ours.mntNetoIvaTasaMin());
    total(
        "A-C117",
        "MntNetoIVATasaBasica",
        given.mntNetoIVATasaBasica(),
        ours.mntNetoIVATasaBasica());
    total("A-C118", "MntNetoIVAOtra", given.mntNetoIVAOtra(), ours.mntNetoIVAOtra());
    rate("A-C119", "IVATasaMin", given.ivaTasaMin(), ours.ivaTasaMin());
    rate("A-C120", "IVATasaBasica", given.ivaTasaBasica(), ours.ivaTasaBasica());
    total("A-C121", "MntIVATasaMin", given.mntIVATasaMin(), ours.mntIVATasaMin());
    total("A-C122", "MntIVATasaBasica", given.mntIVATasaBasica(), ours.mntIVATasaBasica());
    boolean isTotalOff = total("A-C124", "MntTotal", given.mntTotal(), ours.mntTotal());
    total("A-C125", "MntTotRetenido", given.mntTotRetenido(), ours.mntTotRetenido());
    total("A-C125.1", "MntTotCredFisc", given.mntTotCredFisc(), ours.mntTotCredFisc());
    lines(given.cantLinDet(), unrounded.cantLinDet().orElse(0));
    total(
        "A-C129",
        "MontoNF",
        given.montoNF(),
        nearest(given.montoNF(), ours.montoNF(), unrounded.montoNF()));
    boolean isPayOff =
        total(
            "A-C130",
            "MntPagar",
            given.mntPagar(),
            nearest(given.mntPagar(), ours.mntPagar(), unrounded.mntPagar()));
    diferencia = isTotalOff ? given.mntTotal() : isPayOff ? given.mntPagar() : Optional.empty();
  }

  private static Optional<BigDecimal> nearest(
      Optional<BigDecimal> given, Optional<BigDecimal> ours, Optional<BigDecimal> unrounded) {
    BigDecimal value = given.orElse(Rounding.ZERO);
    BigDecimal toOurs = value.subtract(ours.orElse(Rounding.ZERO)).abs();
    BigDecimal toUnrounded = value.subtract(unrounded.orElse(Rounding.ZERO)).abs();
    return toUnrounded.compareTo(toOurs) < 0 ? unrounded : ours;
  }

  private boolean total(
      String campo, String name, Optional<BigDecimal> given, Optional<BigDecimal> ours) {
    return compare(campo, "Totales." + name, given, ours, tolerance);
  }

  /** Whether they differ within the tolerance. */
  private boolean compare(
      String campo,
      String path,
      Optional<BigDecimal> given,
      Optional<BigDecimal> ours,
      BigDecimal tolerance) {
    if (given.isEmpty()) {
      return false;
    }
    BigDecimal value = given.get();
    BigDecimal computed = ours.orElse(Rounding.ZERO);
    BigDecimal difference = value.subtract(computed).abs();
    if (difference.signum() == 0) {
      return false;
    }
    boolean isWithin = difference.compareTo(tolerance) <= 0;
    CalculoCode code = isWithin ? CalculoCode.AMOUNT_REPLACED : CalculoCode.AMOUNT_DIFFERS;
    (isWithin ? avisos : faults)
        .add(
            Fault.of(
                code,
                campo,
                path,
                value.toPlainString(),
                computed.toPlainString(),
                tolerance.toPlainString()));
    return isWithin;
  }

  private void rate(
      String campo, String name, Optional<BigDecimal> given, Optional<BigDecimal> ours) {
    if (given.isPresent() && ours.isPresent() && given.get().compareTo(ours.get()) != 0) {
      faults.add(
          Fault.of(
              CalculoCode.RATE_DIFFERS,
              campo,
              "Totales." + name,
              given.get().toPlainString(),
              ours.get().toPlainString()));
    }
  }

  private void lines(Optional<Integer> given, int ours) {
    if (given.isPresent() && given.get() != ours) {
      faults.add(
          Fault.of(
              CalculoCode.LINES_DIFFER,
              "A-C126",
              "Totales.CantLinDet",
              given.get().toString(),
              Integer.toString(ours)));
    }
  }
}
