/** Tests of the synchronizer as a whole. */
@NullMarked
package uy.pfacturas.cloud;

import org.jspecify.annotations.NullMarked;
