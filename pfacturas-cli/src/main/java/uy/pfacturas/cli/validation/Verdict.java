package uy.pfacturas.cli.validation;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.fault.Fault;

/**
 * What was found in a file.
 *
 * @param faults all that is wrong; empty if nothing
 * @param avisos what a person should know although nothing is wrong
 * @param total what is to be paid, with its currency; empty where it could not be computed
 */
public record Verdict(List<Fault> faults, List<Fault> avisos, Optional<String> total) {
  public Verdict {
    faults = List.copyOf(faults);
    avisos = List.copyOf(avisos);
  }

  /** Not to be issued. */
  static Verdict faulty(List<Fault> faults) {
    return new Verdict(faults, List.of(), Optional.empty());
  }

  /** Whether nothing is wrong. */
  public boolean isValid() {
    return faults.isEmpty();
  }
}
