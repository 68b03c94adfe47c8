package uy.pfacturas.core.formato;

/** Who puts a datum into the document, in the order in which it comes. */
public enum Origen {
  /** The ERP must write it where DGI demands it. */
  ERP("E"),
  /**
   * The program computes it, or fills it in from the company's data, where the ERP leaves it out.
   */
  PROGRAMA("C"),
  /** It comes with the number; the ERP may not write it. */
  NUMERO("N"),
  /** It comes with the signature; the ERP may not write it. */
  FIRMA("F"),
  /** Not DGI's: a key of our own in the ERP's file. */
  PROPIO("P");

  private final String letra;

  Origen(String letra) {
    this.letra = letra;
  }

  /** Its letter in the table. */
  String letra() {
    return letra;
  }
}
