package uy.pfacturas.core.cfe;

/**
 * A family of documents that share one shape.
 *
 * @see "Esquemas XML de DGI 1.44.2, CFEType.xsd, CFEDefType"
 */
public enum Familia {
  TICKET("eTck", 700),
  FACTURA("eFact", 200),
  EXPORTACION("eFact_Exp", 200),
  REMITO("eRem", 200),
  REMITO_EXPORTACION("eRem_Exp", 200),
  RESGUARDO("eResg", 200),
  BOLETA("eBoleta", 200);

  private final String elemento;
  private final int maxLineas;

  Familia(String elemento, int maxLineas) {
    this.elemento = elemento;
    this.maxLineas = maxLineas;
  }

  /** The element of DGI's schema that holds a document of this family. */
  public String elemento() {
    return elemento;
  }

  /** How many lines of detail a document may have (Formato v25-1, §2.1). */
  public int maxLineas() {
    return maxLineas;
  }
}
