package uy.pfacturas.nube.decision;

import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.nube.refusal.Codigo;

/**
 * A message that contradicts the ledger, kept for a person (protocol §11 U4).
 *
 * @param n its number, as a person names it
 * @param recibido when it came, UTC
 * @param ruc issuer
 * @param numero the number that it is about
 * @param motivo what is wrong
 * @param estacion who sent it
 * @param id the document's id; empty where it did not say
 * @param huella of the content; empty where it did not say
 * @param hash of the signature; empty where it did not say
 * @param xml the document that came; empty where none did
 * @param cerrada when a person closed it
 * @param registrado the id that the ledger has for the number
 * @param hashRegistrado the signature that the ledger has for it
 * @param duena whose the number is in the ledger
 */
public record Case(
    long n,
    String recibido,
    String ruc,
    Numero numero,
    Codigo motivo,
    String estacion,
    String id,
    String huella,
    String hash,
    String xml,
    Optional<String> cerrada,
    Optional<String> registrado,
    Optional<String> hashRegistrado,
    Optional<String> duena) {}
