/**
 * The acts of a document before its number, in their order. Entry: {@link
 * uy.pfacturas.core.preparation.Preparation}.
 */
@NullMarked
package uy.pfacturas.core.preparation;

import org.jspecify.annotations.NullMarked;
