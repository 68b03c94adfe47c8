/**
 * The durable store of the station: one file, changes in groups, each all or nothing. Entry: {@link
 * uy.pfacturas.cloud.store.DocumentStore}.
 */
@NullMarked
package uy.pfacturas.cloud.store;

import org.jspecify.annotations.NullMarked;
