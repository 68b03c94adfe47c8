/** The authorisation to issue (CAE) as a value, and DGI's file of it. */
@NullMarked
package uy.pfacturas.core.cae;

import org.jspecify.annotations.NullMarked;
