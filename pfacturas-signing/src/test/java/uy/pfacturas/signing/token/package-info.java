/** Tests of keys in tokens, with SoftHSM2 as the token. */
@NullMarked
package uy.pfacturas.signing.token;

import org.jspecify.annotations.NullMarked;
