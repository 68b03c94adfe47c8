/**
 * Ink on pages: parsed fonts, a canvas in millimetres, the QR. Knows PDFBox and ZXing, nothing of
 * invoices.
 *
 * <p>Entry: {@link uy.pfacturas.print.internal.pdf.Pdf}. Depends on nothing else of this project
 * but {@link uy.pfacturas.print.PrintException}.
 */
@NullMarked
package uy.pfacturas.print.internal.pdf;

import org.jspecify.annotations.NullMarked;
