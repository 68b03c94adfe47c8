/** Tests of the store on a real file. */
@NullMarked
package uy.pfacturas.cloud.store;

import org.jspecify.annotations.NullMarked;
