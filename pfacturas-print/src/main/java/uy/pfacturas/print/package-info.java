/**
 * The printed representation of a document: A4 PDF as DGI's "Formato de la representación impresa"
 * asks for.
 *
 * <p>Entry: {@link uy.pfacturas.print.PdfPrinting} writes the file, {@link
 * uy.pfacturas.print.Representacion} gives the bytes. Depends on {@code core.cfe}, {@code
 * core.print} and {@code core.empresa}; what is under {@code internal} is nobody else's.
 */
@NullMarked
package uy.pfacturas.print;

import org.jspecify.annotations.NullMarked;
