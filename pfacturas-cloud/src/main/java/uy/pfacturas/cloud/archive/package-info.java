/**
 * Signed documents on disk, {@code firmados/AAAA/MM/DD/}, with what is needed to print them again.
 * Entry: {@link uy.pfacturas.cloud.archive.Archive}. Neighbours: core only.
 */
@NullMarked
package uy.pfacturas.cloud.archive;

import org.jspecify.annotations.NullMarked;
