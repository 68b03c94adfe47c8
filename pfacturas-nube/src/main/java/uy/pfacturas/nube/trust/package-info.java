/**
 * Certificates that the cloud trusts, as files in its data folder. Entry: {@link
 * uy.pfacturas.nube.trust.CertificateFolder}. Uses signing only.
 */
@NullMarked
package uy.pfacturas.nube.trust;

import org.jspecify.annotations.NullMarked;
