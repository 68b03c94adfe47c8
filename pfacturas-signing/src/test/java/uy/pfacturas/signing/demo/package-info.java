/** Tests of the demo's certificates. */
@NullMarked
package uy.pfacturas.signing.demo;

import org.jspecify.annotations.NullMarked;
