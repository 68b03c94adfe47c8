package uy.pfacturas.core.calculo;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with amounts that the ERP gives. */
public enum CalculoCode implements FaultCode {
  /** A given amount lies beyond the tolerance. */
  AMOUNT_DIFFERS("CAL-01"),
  /** A given amount lies within the tolerance; ours is issued. A warning. */
  AMOUNT_REPLACED("CAL-02"),
  /** A global discount or surcharge finds no lines to be split over. */
  NOTHING_TO_SPLIT("CAL-03"),
  /** The file says that it has another number of lines: it may have been cut. */
  LINES_DIFFER("CAL-04"),
  /** A given VAT rate is not the law's of that day. */
  RATE_DIFFERS("CAL-05");

  private final String code;

  CalculoCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
