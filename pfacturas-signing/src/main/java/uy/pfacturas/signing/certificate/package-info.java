/**
 * Certificates: what their subjects say, and the files that they come in. Entries: {@link
 * uy.pfacturas.signing.certificate.Subject}, {@link
 * uy.pfacturas.signing.certificate.CertificateFile}. Neighbours: {@code failure}.
 */
@NullMarked
package uy.pfacturas.signing.certificate;

import org.jspecify.annotations.NullMarked;
