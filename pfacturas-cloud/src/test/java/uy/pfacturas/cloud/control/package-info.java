/** Tests of the control port. */
@NullMarked
package uy.pfacturas.cloud.control;

import org.jspecify.annotations.NullMarked;
