package uy.pfacturas.cloud.store;

/** The tables of the store; keys are text in its natural order, values bytes. */
public enum Table {
  /** Documents by their id at the cloud; never purged. */
  DOCUMENTOS,
  /** Content of documents by the same id: what is to be signed, then what was signed. */
  CONTENIDOS,
  /** Ids of documents that are not finished, by order of arrival. */
  ABIERTOS,
  /** Ids of documents that the cloud forgot and has to get again, by order of arrival. */
  REENTREGAS,
  /** The station itself: its life, its blocks, its unused list, the company. */
  ESTADO,
  /** The journal of contingencia, by the order of its entries; only added to. */
  BITACORA,
  /** Taxpayers that were looked up, by RUT. */
  CONTRIBUYENTES
}
