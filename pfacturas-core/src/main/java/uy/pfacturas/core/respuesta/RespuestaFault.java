package uy.pfacturas.core.respuesta;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with an answer that could be read. */
public enum RespuestaFault implements FaultCode {
  /** Refused or observed without a reason; args: state. */
  SIN_MOTIVO("ACK-01"),
  /** Taken, with a reason why not; args: state. */
  MOTIVO_DE_MAS("ACK-02"),
  /** A reason that DGI's table for this does not have; args: code. */
  MOTIVO_DESCONOCIDO("ACK-03"),
  /** A reason that who answers may not give; args: code. */
  MOTIVO_DE_OTRO("ACK-04"),
  /** How many are said to be answered and how many are; args: said, there. */
  CANTIDAD("ACK-05"),
  /** More are answered than were sent; args: answered, sent. */
  MAS_QUE_ENVIADOS("ACK-06"),
  /** How many are said to be of a state and how many are; args: element, said, there. */
  CANTIDAD_POR_ESTADO("ACK-07"),
  /** Said to be there already, without the first answer. */
  SIN_RESPUESTA_ORIGINAL("ACK-08"),
  /** The first answer without its token, which the schema wants. */
  SIN_TOKEN("ACK-09"),
  /** Something that only DGI may say; args: what. */
  SOLO_DGI("ACK-10"),
  /** A state of CFE for a CFC, or the reverse; args: state, type. */
  ESTADO_DE_OTRO("ACK-11"),
  /** More reasons than one company may give another; args: how many, limit. */
  DEMASIADOS_MOTIVOS("ACK-12"),
  /** No document is answered, or annulled. */
  VACIA("ACK-13"),
  /** Reasons of a refusal beside those of an observation. */
  MOTIVOS_DE_AMBOS("ACK-14");

  private final String code;

  RespuestaFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
