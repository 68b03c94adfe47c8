package uy.pfacturas.cloud.rut;

import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/** A registry of taxpayers that may be away: the cloud. Thread-safe. */
@FunctionalInterface
public interface TaxpayerSource {
  /** What it answered. */
  sealed interface Outcome {
    /** It knows the taxpayer. */
    record Found(Contribuyente contribuyente) implements Outcome {}

    /** It answered that there is no such taxpayer. */
    record NotFound() implements Outcome {}

    /** It gave no answer now; the reason for a person. */
    record Unavailable(String reason) implements Outcome {}
  }

  /** Asks once; waits no longer than a cashier can. */
  Outcome ask(Rut rut);
}
