/**
 * The root of all exceptions of this module. Entry: {@link
 * uy.pfacturas.signing.failure.SigningException}. Knows only the sentences in {@code internal}.
 */
@NullMarked
package uy.pfacturas.signing.failure;

import org.jspecify.annotations.NullMarked;
