package uy.pfacturas.core.formato;

/** How far a document has come, which decides what must be in it already. */
public enum Etapa {
  /** As the ERP wrote it: what the program computes or fills in may be absent. */
  PEDIDO(Origen.ERP),
  /** Complete but for number, CAE and time of signing, which are not looked at. */
  SIN_NUMERO(Origen.PROGRAMA),
  /** With its number and CAE; the time of signing is not looked at. */
  NUMERADO(Origen.NUMERO),
  /** With its time of signing. */
  FIRMADO(Origen.FIRMA);

  private final Origen last;

  Etapa(Origen last) {
    this.last = last;
  }

  /** Whether obligatory data of this origin must be there at this stage. */
  boolean requires(Origen origen) {
    return origen.compareTo(last) <= 0;
  }

  /** Whether data of this origin is looked at. The ERP's file is looked at whole. */
  boolean looksAt(Origen origen) {
    return this == PEDIDO || requires(origen);
  }
}
