package uy.pfacturas.core.input;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with a file of the ERP before its fields are looked at. */
public enum InputFault implements FaultCode {
  /** Larger than the mailbox takes; args: bytes, limit. */
  DEMASIADO_GRANDE("ARC-01"),
  /** No content. */
  VACIO("ARC-02"),
  /** The name does not tell the format; args: name. */
  EXTENSION("ARC-03"),
  /** A control character; args: its code. */
  CARACTER_DE_CONTROL("TXT-01"),
  /** A line that is neither section, key nor comment; args: line. */
  LINEA_SIN_SIGNO_IGUAL("TXT-02"),
  /** A key before the first section; args: key. */
  CLAVE_SIN_SECCION("TXT-03"),
  /** A section that does not exist; args: section. */
  SECCION_DESCONOCIDA("TXT-04"),
  /** A section that does not exist, and the nearest that does; args: section, nearest. */
  SECCION_PARECIDA("TXT-05"),
  /** Something after the last line; args: line. */
  DESPUES_DEL_FIN("TXT-06"),
  /** A numbered key whose number is none; args: key, limit. */
  NUMERO_DE_CLAVE("TXT-07"),
  /** Not JSON. */
  JSON_MAL_FORMADO("JSON-01"),
  /** JSON, but no object; args: none. */
  JSON_SIN_OBJETO("JSON-02"),
  /** A request that does not exist; args: what is written, those that do. */
  PEDIDO_DESCONOCIDO("PED-01"),
  /** A request that is not served yet; args: request. */
  PEDIDO_NO_ATENDIDO("PED-02"),
  /** A request without what it is about; args: request, key. */
  PEDIDO_INCOMPLETO("PED-03"),
  /** A section that does not belong to a request; args: section, request. */
  SECCION_SOBRANTE("PED-04"),
  /** A key of one request in another; args: key, request. */
  CLAVE_SOBRANTE("PED-05"),
  /** A reference by id and by number at once. */
  REFERENCIA_DOBLE("PED-06"),
  /** Two branches; args: both. */
  SUCURSAL_DOBLE("PED-07"),
  /** A request about paper with a document that is none; args: type. */
  NO_ES_CFC("PED-08");

  private final String code;

  InputFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
