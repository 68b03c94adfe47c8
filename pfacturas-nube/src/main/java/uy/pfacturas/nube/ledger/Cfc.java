package uy.pfacturas.nube.ledger;

import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;

/**
 * A CFC as it was informed once; corrected, it is another row.
 *
 * @param numero the number of the paper
 * @param correccion how often it was corrected before
 * @param estacion who informs it
 * @param id the document's id
 * @param estado {@code SIN_CONFIRMAR} or {@code FIRME}
 * @param huella of its content
 * @param hash of its signature
 * @param xml the signed document
 */
record Cfc(
    Numero numero,
    int correccion,
    String estacion,
    String id,
    EstadoNumero estado,
    String huella,
    String hash,
    String xml) {
  boolean isFirm() {
    return estado == EstadoNumero.FIRME;
  }

  /** Whether this station informs it under this id. */
  boolean isOf(String station, String document) {
    return estacion.equals(station) && id.equals(document);
  }

  /** As a station sees it. */
  DocumentoFirmado documento(long epoca, boolean withXml) {
    return new DocumentoFirmado(
        epoca,
        id,
        numero,
        estacion,
        estado,
        hash,
        withXml ? Optional.of(xml) : Optional.empty(),
        isFirm() ? 1 : 0);
  }
}
