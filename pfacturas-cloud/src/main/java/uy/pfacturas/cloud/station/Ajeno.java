package uy.pfacturas.cloud.station;

import uy.pfacturas.core.cfe.Numero;

/**
 * What another station made of an id.
 *
 * @param estacion that station
 * @param numero its number for the id
 * @param entregado whether it has delivered it; else it was only signed
 */
public record Ajeno(String estacion, Numero numero, boolean entregado) {}
