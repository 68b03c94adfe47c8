package uy.pfacturas.core.protocol;

import java.util.Optional;

/**
 * Body of {@code PUT /v1/emisores/{ruc}/numeros/{tipo}/{serie}/{nro}/entrega}: this is the document
 * (protocol §3.2).
 *
 * @param estacion whose number it is
 * @param id the document's id
 * @param huella SHA-256 of the normalised content, hex
 * @param hash base64 of the digest of the delivered signature
 * @param xml the signed document
 * @param adenda travels to the receiver beside the document
 * @param espera true while the paper of a document that was taken over is not released
 * @param esperarDgi true when the station waits for DGI's receipt before it prints
 * @param correccion how often a CFC was corrected before, 0 for the first time; 0 for all others
 */
public record Entrega(
    String estacion,
    String id,
    String huella,
    String hash,
    String xml,
    Optional<String> adenda,
    boolean espera,
    boolean esperarDgi,
    int correccion) {
  /** Of a document that is not corrected. */
  public Entrega(
      String estacion,
      String id,
      String huella,
      String hash,
      String xml,
      Optional<String> adenda,
      boolean espera,
      boolean esperarDgi) {
    this(estacion, id, huella, hash, xml, adenda, espera, esperarDgi, 0);
  }
}
