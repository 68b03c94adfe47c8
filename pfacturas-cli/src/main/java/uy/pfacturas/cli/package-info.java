/**
 * The command line {@code pfacturas}: composes the other modules. Entry: {@link
 * uy.pfacturas.cli.Pfacturas}.
 */
@NullMarked
package uy.pfacturas.cli;

import org.jspecify.annotations.NullMarked;
