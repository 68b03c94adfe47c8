/** Tests of keys and of the files and tokens that hold them. */
@NullMarked
package uy.pfacturas.signing.key;

import org.jspecify.annotations.NullMarked;
