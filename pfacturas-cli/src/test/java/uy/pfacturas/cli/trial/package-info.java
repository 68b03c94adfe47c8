/** The whole program, station and cloud, given what it should not be given. */
@NullMarked
package uy.pfacturas.cli.trial;

import org.jspecify.annotations.NullMarked;
