package uy.pfacturas.core.input;

/** Who gives a document its series and number; a CFC always bears that of its paper. */
public enum Numeracion {
  /** This program, from blocks that the cloud leases. */
  PROGRAMA,
  /** The ERP, in its file: within the company's CAEs, each number once. */
  ERP
}
