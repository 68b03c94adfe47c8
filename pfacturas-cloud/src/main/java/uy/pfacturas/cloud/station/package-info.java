/**
 * The state machine of a document and of its numbers (protocol §4, §7). Entry: {@link
 * uy.pfacturas.cloud.station.Station}.
 */
@NullMarked
package uy.pfacturas.cloud.station;

import org.jspecify.annotations.NullMarked;
