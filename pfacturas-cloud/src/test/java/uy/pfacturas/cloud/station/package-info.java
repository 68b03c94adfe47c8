/** Tests of the state machine on its store. */
@NullMarked
package uy.pfacturas.cloud.station;

import org.jspecify.annotations.NullMarked;
