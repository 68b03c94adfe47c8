package uy.pfacturas.core.formato;

import uy.pfacturas.core.fault.FaultCode;

/** What the table alone can find wrong with a file or a document. */
public enum FormatoFault implements FaultCode {
  /** A key that the format does not have; args: key. */
  CLAVE_DESCONOCIDA("FMT-01"),
  /** A key that the format does not have, and the nearest that it has; args: key, nearest. */
  CLAVE_PARECIDA("FMT-02"),
  /** An obligatory datum is absent; args: element. */
  FALTA("FMT-03"),
  /** A datum that does not belong into this type; args: element, type. */
  NO_VA("FMT-04"),
  /** Not a whole number; args: what is written. */
  NO_ES_ENTERO("FMT-05"),
  /** Not an amount as the file writes amounts; args: what is written, an example. */
  NO_ES_MONTO("FMT-06"),
  /** Not a day; args: what is written. */
  NO_ES_FECHA("FMT-07"),
  /** Not an instant with offset; args: what is written. */
  NO_ES_FECHA_HORA("FMT-08"),
  /** Text longer than DGI takes; args: characters, limit. */
  TEXTO_LARGO("FMT-09"),
  /** More digits than DGI takes; args: value, digits before the point, decimals. */
  CIFRAS("FMT-10"),
  /** Not in the list of codes; args: value, list. */
  NO_ES_CODIGO("FMT-11"),
  /** Less than the least or more than the greatest; args: value, least, greatest. */
  FUERA_DE_RANGO("FMT-12"),
  /** Repeated too often; args: how often, limit. */
  DEMASIADAS_VECES("FMT-13"),
  /** A character that no XML can hold; args: its code. */
  CARACTER("FMT-14"),
  /** Text of another shape; args: value. */
  FORMA("FMT-15"),
  /** Notice: a name of more than 80 characters was continued in the description; args: length. */
  NOMBRE_CONTINUA("FMT-16"),
  /** Number, CAE or time of signing in the ERP's file; args: element. */
  LO_PONE_EL_PROGRAMA("FMT-17"),
  /** A value where a group belongs, or the reverse; args: key. */
  NO_ES_GRUPO("FMT-18"),
  /** A key given twice; args: key. */
  CLAVE_REPETIDA("FMT-19"),
  /** A CFC where a document is to be issued; args: type. */
  ES_CFC("FMT-20"),
  /** More faults than are shown; args: how many more. */
  HAY_MAS("FMT-21"),
  /** An element of the XML out of DGI's order; args: element. */
  FUERA_DE_ORDEN("FMT-22"),
  /** Both of two elements of which the XML has one; args: element, the other. */
  NO_VA_CON("FMT-23"),
  /** An element without text where there must be one; args: element. */
  VACIO("FMT-24");

  private final String code;

  FormatoFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
