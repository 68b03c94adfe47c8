package uy.pfacturas.cloud.rut;

import java.util.Optional;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/** Taxpayers that were looked up before. Implemented by the station's store. Thread-safe. */
public interface TaxpayerCache {
  /** The last answer about this taxpayer; empty if there was none. */
  Optional<Contribuyente> find(Rut rut);

  /** Keeps an answer, in place of an older one. */
  void put(Contribuyente contribuyente);
}
