package uy.pfacturas.core.fault;

/**
 * A stable code of one kind of fault. Each room that finds faults has an enum of its own; a test
 * keeps all codes unique, and a code is never used for anything else.
 */
public interface FaultCode {
  /** The code as people see it, such as {@code TXT-03} or {@code A-C62-01}. */
  String code();
}
