/**
 * The life of a database and what is known about it outside of it: the mark, what a restore of a
 * backup does, and which stations must say what they hold before anything is concluded. Entry:
 * {@link uy.pfacturas.nube.epoch.Epoch}. Used by the store when it opens, and by whatever gives
 * numbers.
 */
@NullMarked
package uy.pfacturas.nube.epoch;

import org.jspecify.annotations.NullMarked;
