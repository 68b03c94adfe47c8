/** Tests of requests for a certificate, with openssl as the authority. */
@NullMarked
package uy.pfacturas.signing.request;

import org.jspecify.annotations.NullMarked;
