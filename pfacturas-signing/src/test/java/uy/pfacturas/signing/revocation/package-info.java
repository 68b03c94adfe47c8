/** Tests of asking authorities, with real responders where there are some. */
@NullMarked
package uy.pfacturas.signing.revocation;

import org.jspecify.annotations.NullMarked;
