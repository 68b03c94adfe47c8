package uy.pfacturas.core.rules;

import java.time.Clock;
import java.util.List;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.fault.Fault;

/**
 * All validations of DGI's format for a document: the format table's and those that look at more
 * than one field. Thread-safe.
 */
public final class Rules {
  private final Clock clock;

  /** The rules as of the clock's day; the law's data carries dates of validity. */
  public Rules(Clock clock) {
    this.clock = clock;
  }

  /**
   * What is wrong with a document that has no number yet: all of it; empty if nothing. Zones G, H
   * and I are not looked at.
   */
  public List<Fault> validateUnnumbered(Cfe cfe) {
    throw new UnsupportedOperationException("validate " + cfe + clock);
  }

  /**
   * What is wrong with a document that has its number and CAE: all of it, zone G included; empty if
   * nothing.
   */
  public List<Fault> validate(Cfe cfe) {
    throw new UnsupportedOperationException("validate " + cfe);
  }
}
