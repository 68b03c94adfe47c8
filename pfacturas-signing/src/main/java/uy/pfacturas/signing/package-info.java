/**
 * Keys, XML signatures and their verification, as DGI wants them: one enveloped signature over the
 * whole document. Knows XML, not invoices.
 *
 * <p>Entries: {@link uy.pfacturas.signing.XmlSigner} signs, {@link
 * uy.pfacturas.signing.XmlVerifier} verifies, {@link uy.pfacturas.signing.SigningKey} is what one
 * signs with. Neighbours: nothing of the other modules; {@code internal} holds the XML and the
 * canonical form.
 */
@NullMarked
package uy.pfacturas.signing;

import org.jspecify.annotations.NullMarked;
