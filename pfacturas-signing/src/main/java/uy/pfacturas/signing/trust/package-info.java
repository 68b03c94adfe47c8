/**
 * Whether the holder of a certificate may sign what was signed: whom we trust, the chain to them,
 * and what else is asked of a signer. Entry: {@link uy.pfacturas.signing.trust.SignerChecks}.
 * Neighbours: {@code certificate}, {@code revocation}.
 */
@NullMarked
package uy.pfacturas.signing.trust;

import org.jspecify.annotations.NullMarked;
