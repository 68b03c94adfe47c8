/** Tests of the choice of a provider, and that all give the same. */
@NullMarked
package uy.pfacturas.signing.provider;

import org.jspecify.annotations.NullMarked;
