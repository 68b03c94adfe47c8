/**
 * What in a file of DGI's regime is signed, and what it says of its own signature. Entry: {@link
 * uy.pfacturas.core.firmado.Firmados}. Whether signatures hold is for the signing module.
 * Neighbours: {@code sobre}, {@code respuesta}, {@code reporte}, {@code cae}, {@code xml}.
 */
@NullMarked
package uy.pfacturas.core.firmado;

import org.jspecify.annotations.NullMarked;
