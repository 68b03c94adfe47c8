/**
 * What the station asks and tells the cloud, each conversation as one repeatable step that ends in
 * a stored fact. Entries: {@link uy.pfacturas.cloud.exchange.Signing}, {@link
 * uy.pfacturas.cloud.exchange.Delivery}, {@link uy.pfacturas.cloud.exchange.Supply}. Neighbours:
 * {@code station}, {@code client}, core.
 */
@NullMarked
package uy.pfacturas.cloud.exchange;

import org.jspecify.annotations.NullMarked;
