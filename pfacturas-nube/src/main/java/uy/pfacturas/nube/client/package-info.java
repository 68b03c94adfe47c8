/**
 * Clients without a station: whoever talks to the cloud instead of writing files. Entry: {@link
 * uy.pfacturas.nube.client.ClientDesk}. The cloud knows what is asked and answered; the station
 * that does it is put together outside.
 */
@NullMarked
package uy.pfacturas.nube.client;

import org.jspecify.annotations.NullMarked;
