/**
 * Composes the modules by a configuration: the one place that knows them all. Entries: {@link
 * uy.pfacturas.cli.wiring.Wiring} and {@link uy.pfacturas.cli.wiring.Orders}.
 */
@NullMarked
package uy.pfacturas.cli.wiring;

import org.jspecify.annotations.NullMarked;
