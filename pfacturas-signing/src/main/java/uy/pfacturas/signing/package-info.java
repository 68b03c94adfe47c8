/**
 * XML signatures and their verification, as DGI wants them: one enveloped signature over the whole
 * document. Knows XML, not invoices.
 *
 * <p>Entries: {@link uy.pfacturas.signing.XmlSigner} signs, {@link
 * uy.pfacturas.signing.XmlVerifier} verifies, {@link uy.pfacturas.signing.key.SigningKey} is what
 * one signs with. Neighbours: nothing of the other modules; below it {@code key}, {@code
 * certificate}, {@code algorithm} and {@code failure}; {@code internal} holds the XML and the
 * canonical form.
 */
@NullMarked
package uy.pfacturas.signing;

import org.jspecify.annotations.NullMarked;
