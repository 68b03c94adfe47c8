/**
 * The cloud as the station sees it: every call ends in one {@link
 * uy.pfacturas.cloud.client.Answer}, whatever the network does. Entry: {@link
 * uy.pfacturas.cloud.client.NubeClient}. Neighbours: core only.
 */
@NullMarked
package uy.pfacturas.cloud.client;

import org.jspecify.annotations.NullMarked;
