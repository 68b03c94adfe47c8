/** DGI's format as one table. Entry: {@link uy.pfacturas.core.formato.Formato}. */
@NullMarked
package uy.pfacturas.core.formato;

import org.jspecify.annotations.NullMarked;
