package uy.pfacturas.core.xml;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with an XML before its fields are looked at. */
public enum XmlFault implements FaultCode {
  /** Not well-formed. */
  MAL_FORMADO("XML-01"),
  /** A DOCTYPE or an entity. */
  DTD("XML-02"),
  /** Elements within elements beyond what the format has; args: limit. */
  DEMASIADA_PROFUNDIDAD("XML-03"),
  /** The outermost element is none that is read; args: element, those that are. */
  RAIZ("XML-04"),
  /** An element of another namespace; args: element, namespace. */
  ESPACIO_DE_NOMBRES("XML-05"),
  /** Not exactly one document in a CFE. */
  SIN_DOCUMENTO("XML-06"),
  /** The element of one family around a document of another; args: element, type. */
  FAMILIA("XML-07"),
  /** Larger than is read; args: bytes, limit. */
  DEMASIADO_GRANDE("XML-08"),
  /** An attribute that no element of the schema has; args: element, attribute. */
  ATRIBUTO("XML-09"),
  /** A CFE that does not say the version of the schema. */
  VERSION("XML-10"),
  /** An element that declares more namespaces than are read; args: limit. */
  DEMASIADOS_ESPACIOS("XML-11");

  private final String code;

  XmlFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
