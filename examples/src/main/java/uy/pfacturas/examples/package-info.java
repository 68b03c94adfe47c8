/**
 * An ERP in Java that embeds the core alone: no synchronizer, no cloud. Entry: {@link
 * uy.pfacturas.examples.SmallErp}.
 */
@NullMarked
package uy.pfacturas.examples;

import org.jspecify.annotations.NullMarked;
