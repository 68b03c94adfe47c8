/**
 * Where companies keep their keys: files in PKCS#12, JKS and PEM, and the store of Windows. Entry:
 * {@link uy.pfacturas.signing.keystore.KeySource}. Neighbours: {@code key}, {@code certificate},
 * {@code failure}; tokens are in {@code token}.
 */
@NullMarked
package uy.pfacturas.signing.keystore;

import org.jspecify.annotations.NullMarked;
