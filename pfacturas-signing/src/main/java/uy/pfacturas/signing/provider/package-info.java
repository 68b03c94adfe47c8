/**
 * Who makes the RSA of this machine: the JDK, or a native provider that the user has put beside the
 * program. Entry: {@link uy.pfacturas.signing.provider.Providers} chooses once at start, {@link
 * uy.pfacturas.signing.provider.Cryptography} is what it chose, handed down by constructors.
 * Neighbours: {@code algorithm}.
 */
@NullMarked
package uy.pfacturas.signing.provider;

import org.jspecify.annotations.NullMarked;
