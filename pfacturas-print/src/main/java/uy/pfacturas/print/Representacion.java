package uy.pfacturas.print;

import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.print.internal.hoja.Comprobante;
import uy.pfacturas.print.internal.hoja.Hoja;
import uy.pfacturas.print.internal.pdf.Typefaces;

/**
 * Renders the printed representation of a document as a PDF, A4. Any thread may call it, several at
 * a time: parsed fonts are kept and lent to one caller each. The same document gives the same
 * bytes.
 *
 * @see "Formato de los CFE v25-1, Formato de la representación impresa"
 */
public final class Representacion {
  /** The types that have a printed representation here. */
  public static final Set<TipoCfe> TIPOS =
      Set.copyOf(
          EnumSet.of(
              TipoCfe.E_TICKET,
              TipoCfe.NC_E_TICKET,
              TipoCfe.ND_E_TICKET,
              TipoCfe.E_FACTURA,
              TipoCfe.NC_E_FACTURA,
              TipoCfe.ND_E_FACTURA));

  private final Queue<Typefaces> idle = new ConcurrentLinkedQueue<>();

  /**
   * The PDF of one document.
   *
   * @param cfe the signed document: numbered, with its CAE and its time of signing
   * @param sello its seal
   * @param data what the XML does not hold
   * @return a whole PDF file, one page or more
   * @throws PrintException if its type is none of {@link #TIPOS}, or if it lacks what paper must
   *     show
   */
  public byte[] render(Cfe cfe, Sello sello, PrintData data) {
    Comprobante comprobante = Comprobante.of(cfe, sello, data);
    if (!TIPOS.contains(comprobante.tipo())) {
      throw new PrintException("TipoCFE " + cfe.tipo().codigo());
    }
    Typefaces lent = idle.poll();
    Typefaces typefaces = lent == null ? Typefaces.parse() : lent;
    byte[] pdf = new Hoja(typefaces).render(comprobante);
    // Fonts that a failure left half-way are dropped, not lent again.
    idle.add(typefaces);
    return pdf;
  }
}
