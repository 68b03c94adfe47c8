@NullMarked
package uy.pfacturas.cli.wiring;

import org.jspecify.annotations.NullMarked;
