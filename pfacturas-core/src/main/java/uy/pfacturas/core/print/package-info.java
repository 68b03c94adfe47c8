/**
 * The door to printing: what a printer is given, and what it answers. Implemented by
 * pfacturas-print, called by the synchronizer.
 */
@NullMarked
package uy.pfacturas.core.print;

import org.jspecify.annotations.NullMarked;
