/**
 * The second copy: an append-only file on another medium. Entry: {@link
 * uy.pfacturas.cloud.journal.Journal}.
 */
@NullMarked
package uy.pfacturas.cloud.journal;

import org.jspecify.annotations.NullMarked;
