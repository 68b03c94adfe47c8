/**
 * The daily report: what an issuer tells DGI of all documents that it signed on one day. Entry:
 * {@link uy.pfacturas.core.reporte.Reporte}; made of documents by {@link
 * uy.pfacturas.core.reporte.Diario}. Neighbours: {@code mensaje}, {@code cfe}, {@code ley}, {@code
 * rut}, {@code fault}.
 */
@NullMarked
package uy.pfacturas.core.reporte;

import org.jspecify.annotations.NullMarked;
