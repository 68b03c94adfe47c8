package uy.pfacturas.core.mensaje;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with any message, whatever its kind. */
public enum MensajeFault implements FaultCode {
  /** Of another version of DGI's format; args: element, version. */
  VERSION("MSG-01"),
  /** Without the version of DGI's format; args: element. */
  SIN_VERSION("MSG-02"),
  /** Larger than such messages are; args: bytes, limit. */
  DEMASIADO_GRANDE("MSG-03"),
  /** Text between the elements. */
  TEXTO_SUELTO("MSG-04");

  private final String code;

  MensajeFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
