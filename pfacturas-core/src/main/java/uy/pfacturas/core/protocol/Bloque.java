package uy.pfacturas.core.protocol;

import uy.pfacturas.core.cae.Cae;

/**
 * A slice of a CAE that is leased to one station.
 *
 * @param epoca life of the cloud's database
 * @param solicitud the request that it answers
 * @param rango its numbers
 * @param cae the CAE that they belong to
 */
public record Bloque(long epoca, String solicitud, Rango rango, Cae cae) {}
