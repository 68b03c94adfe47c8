package uy.pfacturas.cloud.station;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a CFC beside its document: it exists on paper, so that it is observed and
 * corrected, never refused for what is wrong with it.
 *
 * @param anteriores fingerprints of the contents under which it was informed before, oldest first
 * @param observado what is wrong with it as it is now; empty where nothing is
 * @see "Formato del Mensaje de Respuesta v19, 1"
 */
public record Papel(List<String> anteriores, Optional<Motivo> observado) {
  public Papel {
    anteriores = List.copyOf(anteriores);
  }

  /** One that was not informed before. */
  public static Papel of(Optional<Motivo> observado) {
    return new Papel(List.of(), observado);
  }

  /** How often it was corrected. */
  public int correccion() {
    return anteriores.size();
  }

  /** The same after these contents and the one of this fingerprint. */
  Papel after(List<String> earlier, String huella) {
    return new Papel(Stream.concat(earlier.stream(), Stream.of(huella)).toList(), observado);
  }
}
