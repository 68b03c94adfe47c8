/**
 * Keys that sign, wherever companies keep them, and the passwords that open them. Entry: {@link
 * uy.pfacturas.signing.key.SigningKey}. Neighbours: {@code algorithm}, {@code certificate}, {@code
 * failure}. A private key never leaves this package.
 */
@NullMarked
package uy.pfacturas.signing.key;

import org.jspecify.annotations.NullMarked;
