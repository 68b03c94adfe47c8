/**
 * Tables on pages: what a report looks like.
 *
 * <p>Entry: {@link uy.pfacturas.print.internal.tabla.HojaTabla}. Depends on {@code internal.layout}
 * and {@code internal.pdf}.
 */
@NullMarked
package uy.pfacturas.print.internal.tabla;

import org.jspecify.annotations.NullMarked;
