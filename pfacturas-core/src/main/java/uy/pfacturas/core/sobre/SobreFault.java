package uy.pfacturas.core.sobre;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with a sobre. Where DGI has a code for it, that is named. */
public enum SobreFault implements FaultCode {
  /** Larger than DGI takes, S07; args: bytes, limit. */
  DEMASIADO_GRANDE("SOB-01"),
  /** Without cover, or the cover is not first, S01. */
  SIN_CARATULA("SOB-02"),
  /** An element that has no place there, S01; args: element, what belongs there. */
  ELEMENTO_AJENO("SOB-03"),
  /** No document, or more than 250, S04; args: how many, limit. */
  CANTIDAD_DE_CFE("SOB-04"),
  /** The cover says another number of documents, S05; args: said, there. */
  CANTIDAD_DE_CARATULA("SOB-05"),
  /** A document of another issuer, S02; args: issuer, that of the cover. */
  EMISOR("SOB-06"),
  /** A document for another receiver, S02; args: that of the cover. */
  RECEPTOR("SOB-07"),
  /** A document without signature, E04. */
  SIN_FIRMA("SOB-08"),
  /** A document that is signed with another certificate, S06. */
  CERTIFICADO("SOB-09"),
  /** A CFC, which no receiver gets; args: type. */
  CFC_AL_RECEPTOR("SOB-10"),
  /** What travels together is not one document and at most one adenda, S01. */
  SIN_CFE("SOB-11"),
  /** What the cover gives for its certificate is none, S03. */
  SIN_CERTIFICADO("SOB-12");

  private final String code;

  SobreFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
