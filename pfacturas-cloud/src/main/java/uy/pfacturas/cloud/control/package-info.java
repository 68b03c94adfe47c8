/**
 * The door for commands beside a running synchronizer: a port on loopback that only the same user
 * can use. Entries: {@link uy.pfacturas.cloud.control.ControlServer}, {@link
 * uy.pfacturas.cloud.control.ControlClient}. Neighbours: core's {@code json}.
 */
@NullMarked
package uy.pfacturas.cloud.control;

import org.jspecify.annotations.NullMarked;
