/**
 * The document as DGI defines it: one record per group of the format, no behaviour beyond reading
 * itself.
 *
 * <p>Entry: {@link uy.pfacturas.core.cfe.Cfe}. Depends on nothing else of this project.
 */
@NullMarked
package uy.pfacturas.core.cfe;

import org.jspecify.annotations.NullMarked;
