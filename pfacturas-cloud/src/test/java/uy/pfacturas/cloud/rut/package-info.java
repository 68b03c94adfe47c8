/** Tests of the lookup of taxpayers. */
@NullMarked
package uy.pfacturas.cloud.rut;

import org.jspecify.annotations.NullMarked;
