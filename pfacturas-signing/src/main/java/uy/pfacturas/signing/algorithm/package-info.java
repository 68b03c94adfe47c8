/**
 * The cryptography of a signature: digest, RSA, and which algorithms DGI takes. Entry: {@link
 * uy.pfacturas.signing.algorithm.SignatureAlgorithm}. Neighbours: {@code failure}.
 */
@NullMarked
package uy.pfacturas.signing.algorithm;

import org.jspecify.annotations.NullMarked;
