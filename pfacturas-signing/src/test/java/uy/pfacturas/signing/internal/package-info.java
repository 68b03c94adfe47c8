/** Tests of the XML underneath. */
@NullMarked
package uy.pfacturas.signing.internal;

import org.jspecify.annotations.NullMarked;
