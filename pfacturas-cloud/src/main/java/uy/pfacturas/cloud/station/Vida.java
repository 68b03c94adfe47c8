package uy.pfacturas.cloud.station;

import java.time.Instant;
import java.util.Optional;
import uy.pfacturas.core.empresa.Ambiente;

/**
 * Whose store this is.
 *
 * @param ambiente the world that it was made in
 * @param instalacion the installation
 * @param ruc the company
 * @param encarnacion the life of this store: a new one after every loss or rollback
 * @param epoca the highest life of the cloud's database that was seen; 0 before the first
 * @param porDeclarar whether the cloud is still to be told what this station holds, after a new
 *     life of either
 * @param perdida when the lives before were lost with all that they knew; empty where none was
 */
public record Vida(
    Ambiente ambiente,
    String instalacion,
    String ruc,
    String encarnacion,
    long epoca,
    boolean porDeclarar,
    Optional<Instant> perdida) {
  /** A station of which no life was lost. */
  Vida(
      Ambiente ambiente,
      String instalacion,
      String ruc,
      String encarnacion,
      long epoca,
      boolean porDeclarar) {
    this(ambiente, instalacion, ruc, encarnacion, epoca, porDeclarar, Optional.empty());
  }

  /** The first cloud seen has forgotten nothing; a later one has. */
  Vida withEpoca(long nueva) {
    return new Vida(
        ambiente, instalacion, ruc, encarnacion, nueva, porDeclarar || epoca > 0, perdida);
  }

  Vida declarada() {
    return new Vida(ambiente, instalacion, ruc, encarnacion, epoca, false, perdida);
  }

  /** The same station after its store was lost. */
  Vida renacida(String nueva) {
    return new Vida(ambiente, instalacion, ruc, nueva, epoca, true, perdida);
  }
}
