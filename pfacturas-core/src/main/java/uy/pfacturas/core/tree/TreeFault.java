package uy.pfacturas.core.tree;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with the bytes of a file, before it says anything. */
public enum TreeFault implements FaultCode {
  /** Neither ASCII nor UTF-8, and no encoding declared; args: offset, as windows-1252, as CP850. */
  CODIFICACION_SIN_DECLARAR("COD-01"),
  /** A byte that the encoding does not have; args: encoding, offset, byte. */
  BYTE_INVALIDO("COD-02"),
  /** An XML that declares an encoding that is not read; args: encoding. */
  CODIFICACION_NO_ATENDIDA("COD-03"),
  /** More data than a document can have; args: limit. */
  DEMASIADOS_DATOS("COD-04");

  private final String code;

  TreeFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
