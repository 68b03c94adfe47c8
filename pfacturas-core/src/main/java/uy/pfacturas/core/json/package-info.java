/** One JSON mapper for all messages and stored values. */
@NullMarked
package uy.pfacturas.core.json;

import org.jspecify.annotations.NullMarked;
