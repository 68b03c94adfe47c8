package uy.pfacturas.cloud.station;

import uy.pfacturas.core.empresa.Ambiente;

/**
 * Whose store this is.
 *
 * @param ambiente the world that it was made in
 * @param instalacion the installation
 * @param ruc the company
 * @param encarnacion the life of this store: a new one after every loss or rollback
 * @param epoca the highest life of the cloud's database that was seen; 0 before the first
 */
public record Vida(
    Ambiente ambiente, String instalacion, String ruc, String encarnacion, long epoca) {
  Vida withEpoca(long nueva) {
    return new Vida(ambiente, instalacion, ruc, encarnacion, nueva);
  }
}
