/**
 * DGI's format as one table ({@code formato.tsv}), the shape of the records that hold it, and the
 * checks that need nothing but the table. Entry: {@link uy.pfacturas.core.formato.Formato}.
 * Neighbours: {@code cfe}, {@code fault}, {@code json}.
 */
@NullMarked
package uy.pfacturas.core.formato;

import org.jspecify.annotations.NullMarked;
