/**
 * Keys in tokens and HSMs, by PKCS#11. Entry: {@link uy.pfacturas.signing.token.Token}. Neighbours:
 * {@code keystore}, {@code key}, {@code failure}.
 */
@NullMarked
package uy.pfacturas.signing.token;

import org.jspecify.annotations.NullMarked;
