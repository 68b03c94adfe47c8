/** XML as bytes, tree and canonical form. Not API: only {@code uy.pfacturas.signing} comes here. */
@NullMarked
package uy.pfacturas.signing.internal;

import org.jspecify.annotations.NullMarked;
