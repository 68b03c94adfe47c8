/**
 * Layout in millimetres: blocks that know their height and draw themselves, and the flow of blocks
 * over pages. Knows nothing of invoices.
 *
 * <p>Entries: {@link uy.pfacturas.print.internal.layout.Block}, {@link
 * uy.pfacturas.print.internal.layout.Flow}. Depends on {@code internal.pdf}.
 */
@NullMarked
package uy.pfacturas.print.internal.layout;

import org.jspecify.annotations.NullMarked;
