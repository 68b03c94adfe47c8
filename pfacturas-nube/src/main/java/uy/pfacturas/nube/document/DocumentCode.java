package uy.pfacturas.nube.document;

import uy.pfacturas.core.fault.FaultCode;

/** What is wrong between a document and the request that brings it. */
public enum DocumentCode implements FaultCode {
  /** The issuer of the document is not the company of the request. */
  OTHER_ISSUER("NUBE-01"),
  /** The number in the document is not the number of the request. */
  OTHER_NUMBER("NUBE-02"),
  /** Zone G of the document is not the CAE that covers its number. */
  OTHER_CAE("NUBE-03");

  private final String code;

  DocumentCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
