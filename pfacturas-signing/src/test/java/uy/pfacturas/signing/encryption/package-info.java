/** Tests of {@link uy.pfacturas.signing.encryption}. */
@NullMarked
package uy.pfacturas.signing.encryption;

import org.jspecify.annotations.NullMarked;
