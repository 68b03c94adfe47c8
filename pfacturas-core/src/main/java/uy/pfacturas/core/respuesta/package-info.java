/**
 * Answers: what DGI says of a sobre, of each CFE and of a daily report, what one company says to
 * another of the CFEs that it got, and the notice that DGI refused one. Entries: {@link
 * uy.pfacturas.core.respuesta.AckSobre}, {@link uy.pfacturas.core.respuesta.AckCfe}, {@link
 * uy.pfacturas.core.respuesta.AckReporte}, {@link uy.pfacturas.core.respuesta.Anulados}; what their
 * codes mean: {@link uy.pfacturas.core.respuesta.Motivo}. Neighbours: {@code mensaje}, {@code cfe},
 * {@code rut}, {@code fault}.
 */
@NullMarked
package uy.pfacturas.core.respuesta;

import org.jspecify.annotations.NullMarked;
