package uy.pfacturas.core.protocol;

import uy.pfacturas.core.cae.Cae;

/**
 * A CAE as the cloud has it.
 *
 * @param cae the authorisation
 * @param quedan numbers that were not yet leased to a station; 0 when exhausted
 * @param vencido whether no document may be signed under it any more, by the cloud's clock
 */
public record EstadoCae(Cae cae, int quedan, boolean vencido) {}
