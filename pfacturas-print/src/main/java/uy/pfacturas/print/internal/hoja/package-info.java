/**
 * The page as DGI asks for it: what stands where, how big, in which words.
 *
 * <p>Entry: {@link uy.pfacturas.print.internal.hoja.Hoja}. Depends on {@code internal.layout},
 * {@code internal.pdf}, {@code core.cfe} and {@code core.print}.
 */
@NullMarked
package uy.pfacturas.print.internal.hoja;

import org.jspecify.annotations.NullMarked;
