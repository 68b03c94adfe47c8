package uy.pfacturas.core.respuesta;

import java.util.Optional;

/**
 * One reason of a refusal or of an observation, as the answer says it.
 *
 * @param motivo its code, a letter and two digits; one that is not known here is kept as it came
 * @param glosa the words of who answers, up to 100 characters; for a person, never to be decided by
 * @param detalle more of them, up to 500 characters, 200 for an observation
 * @see "Formato del mensaje de respuesta v19, 3.1.B-C27 to C29, 3.2.B-C29 to C31, 3.3.B-C27 to C29"
 */
public record Rechazo(String motivo, String glosa, Optional<String> detalle) {
  /** A reason in the words of DGI. */
  public static Rechazo of(Motivo motivo) {
    return new Rechazo(motivo.code(), motivo.glosa(), Optional.empty());
  }

  /** What the code means; empty if this version does not know it. */
  public Optional<Motivo> conocido() {
    return Motivo.find(motivo);
  }

  /** Whether it says no more than that the same thing is there already. */
  public boolean isYaEnviado() {
    return conocido().filter(Motivo::isYaEnviado).isPresent();
  }
}
