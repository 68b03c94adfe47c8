package uy.pfacturas.core.protocol;

import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;

/**
 * Body of {@code PUT /v1/emisores/{ruc}/documentos/{id}}: asks for a signature (protocol §3.1).
 *
 * @param estacion the installation that asks
 * @param numero the number that it took from its block
 * @param huella SHA-256 of the normalised content, hex
 * @param xml the document with number and CAE, without time of signing and signature
 * @param adenda travels to the receiver beside the document
 * @param tomar true when a person moves the id to this station
 * @param correccion how often a CFC was corrected before, 0 for the first time; 0 for all others
 */
public record SolicitudFirma(
    String estacion,
    Numero numero,
    String huella,
    String xml,
    Optional<String> adenda,
    boolean tomar,
    int correccion) {
  /** Of a document that is not corrected. */
  public SolicitudFirma(
      String estacion,
      Numero numero,
      String huella,
      String xml,
      Optional<String> adenda,
      boolean tomar) {
    this(estacion, numero, huella, xml, adenda, tomar, 0);
  }
}
