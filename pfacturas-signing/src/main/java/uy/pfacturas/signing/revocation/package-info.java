/**
 * Whether an authority took a certificate back, asked of it by OCSP (RFC 6960) and CRL (RFC 5280).
 * Entry: {@link uy.pfacturas.signing.revocation.Revocations}. The network is behind {@link
 * uy.pfacturas.signing.revocation.Fetcher}. Neighbours: none.
 */
@NullMarked
package uy.pfacturas.signing.revocation;

import org.jspecify.annotations.NullMarked;
