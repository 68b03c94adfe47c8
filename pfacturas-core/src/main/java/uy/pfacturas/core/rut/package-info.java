/** Identity numbers of Uruguay and what the tax registry says of a taxpayer. */
@NullMarked
package uy.pfacturas.core.rut;

import org.jspecify.annotations.NullMarked;
