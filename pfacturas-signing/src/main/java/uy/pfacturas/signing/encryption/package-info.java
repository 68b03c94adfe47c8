/**
 * XML encryption of one element for the holder of an RSA key, as DGI's guide prescribes it for the
 * complemento fiscal. Entries: {@link uy.pfacturas.signing.encryption.XmlEncryptor}, {@link
 * uy.pfacturas.signing.encryption.XmlDecryptor}. Neighbours: {@code failure}, {@code internal}.
 */
@NullMarked
package uy.pfacturas.signing.encryption;

import org.jspecify.annotations.NullMarked;
