/** A cloud of its own for each test, and a client that speaks plain HTTP to it. */
@NullMarked
package uy.pfacturas.nube.testing;

import org.jspecify.annotations.NullMarked;
