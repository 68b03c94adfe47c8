package uy.pfacturas.core.preparation;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong, or is worth saying, when a request meets the company that issues. */
public enum PreparationCode implements FaultCode {
  /** The company has no branch of this code. */
  NO_SUCH_BRANCH("PRE-01"),
  /** The file names another issuer. */
  OTHER_ISSUER("PRE-02"),
  /** A reference names an id whose document has no number yet. */
  UNRESOLVED_REFERENCE("PRE-03"),
  /** Data of the receiver were taken from the registry. A warning. */
  RECEIVER_FILLED("PRE-04"),
  /** The registry says that the receiver may not do business. A warning. */
  RECEIVER_INACTIVE("PRE-05");

  private final String code;

  PreparationCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
