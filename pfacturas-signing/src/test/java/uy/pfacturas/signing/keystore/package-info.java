/** Tests of the files and stores that hold keys, made by other programs. */
@NullMarked
package uy.pfacturas.signing.keystore;

import org.jspecify.annotations.NullMarked;
