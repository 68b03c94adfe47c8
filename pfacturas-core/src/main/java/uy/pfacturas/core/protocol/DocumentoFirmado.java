package uy.pfacturas.core.protocol;

import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;

/**
 * A signed document as the cloud has it: answer to a request for a signature or for a state.
 *
 * @param epoca life of the cloud's database
 * @param id the document's id
 * @param numero its number
 * @param estacion whose number it is
 * @param estado state of the number
 * @param hash base64 of the digest of its signature; with the number it names one signature
 * @param xml the signed document; empty where only the state was asked for
 * @param nivel 0 signed, 1 delivered, 2 DGI has it
 */
public record DocumentoFirmado(
    long epoca,
    String id,
    Numero numero,
    String estacion,
    EstadoNumero estado,
    String hash,
    Optional<String> xml,
    int nivel) {}
