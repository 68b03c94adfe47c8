/**
 * Readers of the ERP's files: text, JSON and XML to one value, with every fault and its place.
 * Entry: {@link uy.pfacturas.core.input.PedidoReader}. Neighbours: {@code tree}, {@code xml},
 * {@code formato}, {@code pedido}, {@code cfe}, {@code fault}.
 */
@NullMarked
package uy.pfacturas.core.input;

import org.jspecify.annotations.NullMarked;
