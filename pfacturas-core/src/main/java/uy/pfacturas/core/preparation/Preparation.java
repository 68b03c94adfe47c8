package uy.pfacturas.core.preparation;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.pedido.Pedido;
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
    /**
     * Ready for a number.
     *
     * @param cfe complete but for number, CAE, time of signing and signature
     * @param avisos what was filled in or continued elsewhere, for the person to know
     * @param diferenciaErp what the ERP's total was, where it differs from ours within the
     *     tolerance
     */
    record Ready(Cfe cfe, List<Fault> avisos, Optional<java.math.BigDecimal> diferenciaErp)
        implements Outcome {}

    /** Not to be issued: all that is wrong, with places of the ERP's file where they are known. */
    record Faulty(List<Fault> faults) implements Outcome {}
  }

  /** For one company, its registry, the law's data and a clock in the company's zone. */
  public Preparation(Empresa empresa, Registry registry, java.time.Clock clock) {
    throw new UnsupportedOperationException("Preparation for " + empresa + registry + clock);
  }

  /**
   * Prepares a request; the references by id must have been resolved before. Repeatable: the same
   * request gives the same outcome.
   */
  public Outcome prepare(Pedido.Emision emision) {
    throw new UnsupportedOperationException("prepare " + emision);
  }
}
