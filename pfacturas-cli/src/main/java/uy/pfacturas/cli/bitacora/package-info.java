/**
 * The journal of contingency as it is taken out: rows, CSV, JSON and paper. Entry: {@link
 * uy.pfacturas.cli.bitacora.BitacoraReport}.
 */
@NullMarked
package uy.pfacturas.cli.bitacora;

import org.jspecify.annotations.NullMarked;
