package uy.pfacturas.nube.ledger;

/**
 * A signature that the cloud has made and not stored yet.
 *
 * @param xml the signed document, whose bytes are its UTF-8
 * @param hash base64 of its digest
 */
public record Proposal(String xml, String hash) {}
