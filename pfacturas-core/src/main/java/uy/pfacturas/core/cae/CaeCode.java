package uy.pfacturas.core.cae;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with DGI's file of a CAE. */
public enum CaeCode implements FaultCode {
  /** Not XML, or XML with a DTD, too big or too deep. */
  NOT_XML("CAE-01"),
  /** XML, but not a CAE of DGI. */
  NOT_A_CAE("CAE-02"),
  /** An element is missing. */
  MISSING("CAE-03"),
  /** An element is there twice. */
  TWICE("CAE-04"),
  /** A value does not fit its element. */
  BAD_VALUE("CAE-05"),
  /** An element that DGI's file does not have. */
  UNKNOWN("CAE-06"),
  /** The range ends before it begins. */
  EMPTY_RANGE("CAE-07");

  private final String code;

  CaeCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
