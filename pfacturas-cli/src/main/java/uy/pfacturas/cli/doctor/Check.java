package uy.pfacturas.cli.doctor;

import java.util.List;

/** Looks at one thing. Changes nothing that lasts. */
@FunctionalInterface
public interface Check {
  /** What it found, also that all is well; never throws. */
  List<Finding> look();
}
