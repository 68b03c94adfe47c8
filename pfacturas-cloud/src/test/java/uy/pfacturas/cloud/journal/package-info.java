/** Tests of the second copy on real files. */
@NullMarked
package uy.pfacturas.cloud.journal;

import org.jspecify.annotations.NullMarked;
