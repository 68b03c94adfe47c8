/**
 * Envelopes of signed documents: to DGI, and to receivers with what the issuer adds to each. The
 * documents travel in them byte for byte. Entries: {@link uy.pfacturas.core.sobre.Sobre}, {@link
 * uy.pfacturas.core.sobre.SobreEmpresas}. Neighbours: {@code mensaje}, {@code xml}, {@code cfe},
 * {@code rut}, {@code fault}.
 */
@NullMarked
package uy.pfacturas.core.sobre;

import org.jspecify.annotations.NullMarked;
