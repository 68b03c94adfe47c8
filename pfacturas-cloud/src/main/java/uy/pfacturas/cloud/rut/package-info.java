/**
 * What is known of a taxpayer: digit, cloud, cache. Entry: {@link
 * uy.pfacturas.cloud.rut.TaxpayerLookup}. Neighbours: core's {@code rut}.
 */
@NullMarked
package uy.pfacturas.cloud.rut;

import org.jspecify.annotations.NullMarked;
