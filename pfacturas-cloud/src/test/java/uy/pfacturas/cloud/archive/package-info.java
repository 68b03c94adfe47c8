/** Tests of the folder of signed documents. */
@NullMarked
package uy.pfacturas.cloud.archive;

import org.jspecify.annotations.NullMarked;
