package uy.pfacturas.core.protocol;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;

/**
 * A refusal of the cloud, with status 4xx or 503.
 *
 * @param epoca life of the cloud's database
 * @param codigo stable code, such as {@code EN_OTRA_ESTACION}
 * @param mensaje what happened, for a person, in Spanish
 * @param queHacer what to do
 * @param numero the number that it is about; an answer about another number than the live one is
 *     dropped
 * @param faltas what is wrong with the document, one sentence each; empty but for 422
 * @param documento the owner's result, where another station has this id
 */
public record Rechazo(
    long epoca,
    String codigo,
    String mensaje,
    String queHacer,
    Optional<Numero> numero,
    List<String> faltas,
    Optional<DocumentoFirmado> documento) {
  public Rechazo {
    faltas = List.copyOf(faltas);
  }
}
