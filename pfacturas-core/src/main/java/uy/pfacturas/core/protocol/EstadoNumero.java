package uy.pfacturas.core.protocol;

/** The state of a number in the cloud (protocol §3). */
public enum EstadoNumero {
  /** In a block of a station. */
  EN_BLOQUE,
  /** Signed by the cloud, not delivered: a proposal. */
  SIN_CONFIRMAR,
  /** Delivered: this is the document. */
  FIRME,
  /** Delivered, while another number of the same id is firm. */
  CONFLICTO,
  /** Never to be used. */
  ANULADO,
  /** Annulled and in an accepted daily report. */
  INFORMADO,
  /** In doubt after a restore of the cloud. */
  HUECO,
  /** In doubt after the loss of its station with all that it knew: a paper may bear it. */
  EN_DUDA
}
