package uy.pfacturas.core.formato;

import java.util.List;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.fault.Fault;

/**
 * DGI's format as one table: every field with its number, element, type, length and obligatoriness
 * per type of document. The only knowledge of the format: readers, XML, checks and the manual of
 * the ERP's author are made from it. Immutable, thread-safe.
 *
 * @see "Formato de los CFE v25-1, §2.2; esquemas XML de DGI 1.44.2"
 */
public final class Formato {
  private static final Formato VIGENTE = new Formato();

  private Formato() {}

  /** The format in force, v25-1. */
  public static Formato vigente() {
    return VIGENTE;
  }

  /**
   * What the table finds wrong with a document, each field by itself: missing, out of place for its
   * type, too long, too many digits, out of range, not in the list of codes, repeated too often.
   * All of it, in the order of the format; empty if nothing. Rules that look at more than one field
   * are not of the table.
   *
   * @param etapa how far the document has come
   */
  public List<Fault> check(Cfe cfe, Etapa etapa) {
    throw new UnsupportedOperationException("check " + cfe + etapa);
  }
}
