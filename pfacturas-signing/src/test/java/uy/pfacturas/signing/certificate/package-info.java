/** Tests of certificates. */
@NullMarked
package uy.pfacturas.signing.certificate;

import org.jspecify.annotations.NullMarked;
