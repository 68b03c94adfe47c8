package uy.pfacturas.cloud.mailbox;

/** What became of a request, as the ERP reads it in a status file. Names are never changed. */
public enum Estado {
  /** Taken, not yet judged. */
  RECIBIDO(false),
  /** Not taken: no end in sight. */
  INCOMPLETO(false),
  /** Older than the loss of this installation: a person says whether its paper exists. */
  RETENIDO(false),
  /** Refused by our rules; nothing was issued; to be mended and sent again. */
  RECHAZADO(true),
  /** On its way to the cloud. */
  ENVIANDO(false),
  /** On its way, its answer is late and is being asked for. */
  DESCONOCIDO(false),
  /** A fiscal document exists, signed by the cloud. */
  FIRMADO(false),
  /** A fiscal document exists, signed by the installation while offline. */
  FIRMADO_CONTINGENCIA(false),
  /** Another installation works on this id; its result is shown. */
  EN_OTRA_ESTACION(false),
  /** The cloud has the document; the end where there is no link to DGI. */
  ENTREGADO(false),
  /** Sent one by one and received by DGI. */
  ACEPTADO_DGI(true),
  /** In a daily report that DGI received. */
  INFORMADO_DGI(true),
  /** Pre-printed contingency document, to be corrected and informed again. */
  OBSERVADO_DGI(false),
  /** Refused by DGI; its number is annulled. */
  RECHAZADO_DGI(true),
  /** A request that issues nothing was answered. */
  RESPONDIDO(true),
  /** Annulled and reported. */
  ANULADO(true);

  private final boolean isFinal;

  Estado(boolean isFinal) {
    this.isFinal = isFinal;
  }

  /** Whether nothing can follow, whatever the installation. */
  public boolean isFinal() {
    return isFinal;
  }
}
