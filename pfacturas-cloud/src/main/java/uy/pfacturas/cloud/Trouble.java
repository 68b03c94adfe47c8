package uy.pfacturas.cloud;

/** What can keep the synchronizer from its work, or from telling the ERP of it. */
public enum Trouble {
  /** The cloud does not take the key; no files are taken. */
  CLAVE(true),
  /** The cloud has no record of the company; no files are taken. */
  EMPRESA(true),
  /** Store or archive cannot be written; no files are taken. */
  DISCO(true),
  /** The cloud knows another life of this station; no files are taken until a person decided. */
  VIDA(true),
  /** The cloud has not served for a while; documents wait. */
  NUBE(false),
  /** Documents are signed here, because the cloud does not serve or a person asked for it. */
  CONTINGENCIA(false),
  /** Half of the time is over in which a signed document must reach the cloud. */
  ENTREGA(false),
  /** All of that time is over. */
  ENTREGA_VENCIDA(false),
  /** Numbers run out: those of this station while the cloud does not serve, or a CAE. */
  NUMEROS(false),
  /** The journal of contingencia is not as it was written. */
  BITACORA(false),
  /** The station's own key does not sign. */
  FIRMA(false),
  /** The clock is too far from the cloud's. */
  RELOJ(false),
  /** Files of a mailbox cannot be read, moved or written. */
  BUZON(false),
  /** The second copy cannot be written; documents are issued with one copy only. */
  COPIA(false);

  private final boolean isPause;

  Trouble(boolean isPause) {
    this.isPause = isPause;
  }

  /** Whether no files are taken while it lasts. */
  boolean isPause() {
    return isPause;
  }
}
