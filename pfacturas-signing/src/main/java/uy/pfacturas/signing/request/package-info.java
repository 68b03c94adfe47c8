/**
 * Requests for a certificate, which a company takes to an accredited authority. Entry: {@link
 * uy.pfacturas.signing.request.CertificateRequest}. Neighbours: {@code key}, {@code failure}.
 */
@NullMarked
package uy.pfacturas.signing.request;

import org.jspecify.annotations.NullMarked;
