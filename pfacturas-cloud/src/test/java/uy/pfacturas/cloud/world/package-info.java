/**
 * A simulator of the world: shops, stations, a network, a cloud and DGI under one clock that is let
 * run, in one thread, where everything follows from a seed. Entry: {@link
 * uy.pfacturas.cloud.world.World}. The parts of the station are the real ones; the cloud is a model
 * of protocol §3 and §8, with the way to DGI of §10.
 */
@NullMarked
package uy.pfacturas.cloud.world;

import org.jspecify.annotations.NullMarked;
