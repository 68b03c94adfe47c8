package uy.pfacturas.nube.ledger;

import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;

/**
 * One number in the ledger.
 *
 * @param n key of the row
 * @param ruc issuer
 * @param tipo type's code
 * @param serie series
 * @param nro number
 * @param bloque key of its block
 * @param estacion whose number it is
 * @param estado state
 * @param id the document's id; empty before one was asked for
 * @param huella of the content that was asked for
 * @param hash the signature: proposed, or delivered
 */
record Asiento(
    long n,
    String ruc,
    int tipo,
    String serie,
    int nro,
    long bloque,
    String estacion,
    EstadoNumero estado,
    Optional<String> id,
    Optional<String> huella,
    Optional<String> hash) {
  Numero numero() {
    return new Numero(TipoCfe.of(tipo), serie, nro);
  }

  /** Delivered: no answer and no statement takes it back. */
  boolean isFirm() {
    return estado == EstadoNumero.FIRME || estado == EstadoNumero.CONFLICTO;
  }

  /** May still become a document or be annulled. */
  boolean isOpen() {
    return estado == EstadoNumero.EN_BLOQUE || estado == EstadoNumero.SIN_CONFIRMAR;
  }

  /** Of nobody since a restore, until a station declares it. */
  boolean isOfNobody() {
    return estado == EstadoNumero.HUECO;
  }

  /** Its station is lost: a paper may bear it. A delivery or a statement settles it. */
  boolean isInDoubt() {
    return estado == EstadoNumero.EN_DUDA;
  }

  /** Annulled, reported or not. */
  boolean isVoid() {
    return estado == EstadoNumero.ANULADO || estado == EstadoNumero.INFORMADO;
  }

  /** 0 signed, 1 delivered. */
  int nivel() {
    return isFirm() ? 1 : 0;
  }

  /** As a station sees it. */
  DocumentoFirmado documento(long epoca, Optional<String> xml) {
    return new DocumentoFirmado(
        epoca, id.orElse(""), numero(), estacion, estado, hash.orElse(""), xml, nivel());
  }
}
