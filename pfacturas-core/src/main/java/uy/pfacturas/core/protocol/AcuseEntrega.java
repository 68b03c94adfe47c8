package uy.pfacturas.core.protocol;

import uy.pfacturas.core.cfe.Numero;

/**
 * Acknowledges a delivery: names number and hash of what was delivered.
 *
 * @param epoca life of the cloud's database; an answer of a lower epoch is dropped
 * @param numero the number delivered
 * @param hash the signature delivered
 * @param estado FIRME or CONFLICTO
 * @param nivel 1 delivered, 2 DGI has it
 */
public record AcuseEntrega(
    long epoca, Numero numero, String hash, EstadoNumero estado, int nivel) {}
