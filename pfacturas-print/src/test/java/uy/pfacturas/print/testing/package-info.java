/** Documents to print, and outside programs that read what was printed. */
@NullMarked
package uy.pfacturas.print.testing;

import org.jspecify.annotations.NullMarked;
