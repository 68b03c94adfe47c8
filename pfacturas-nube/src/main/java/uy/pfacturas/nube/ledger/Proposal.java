package uy.pfacturas.nube.ledger;

/**
 * A signature that the cloud has made and not stored yet.
 *
 * @param xml the signed document, byte for byte
 * @param hash base64 of its digest
 */
public record Proposal(byte[] xml, String hash) {}
