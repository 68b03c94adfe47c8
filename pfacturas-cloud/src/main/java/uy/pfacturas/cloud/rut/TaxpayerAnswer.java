package uy.pfacturas.cloud.rut;

import java.time.Duration;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/** What can be said of a taxpayer. */
public sealed interface TaxpayerAnswer {
  /** The text is not a RUT: not twelve digits, or a wrong check digit. Nobody was asked. */
  record Invalid(String text) implements TaxpayerAnswer {}

  /** The registry's answer of now. */
  record Known(Contribuyente contribuyente) implements TaxpayerAnswer {}

  /**
   * An earlier answer, since the registry could not be asked.
   *
   * @param age how old it is
   * @param reason why the registry could not be asked
   */
  record Remembered(Contribuyente contribuyente, Duration age, String reason)
      implements TaxpayerAnswer {}

  /** The digit is right, and the registry has no such taxpayer. */
  record Absent(Rut rut) implements TaxpayerAnswer {}

  /** The digit is right; the registry could not be asked, and nobody asked before. */
  record NotNow(Rut rut, String reason) implements TaxpayerAnswer {}
}
