package uy.pfacturas.cloud.control;

import java.util.Locale;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultCode;
import uy.pfacturas.core.fault.FaultText;

/** What can go wrong between a command and the running synchronizer. */
public enum ControlFault implements FaultCode {
  /** The port cannot be opened; argument: what the system says. */
  NOT_OPEN("CTL-01"),
  /** The synchronizer went away before the end; the order may have been done or not. */
  NO_ANSWER("CTL-02"),
  /** The synchronizer does not take orders from this command; argument: its HTTP status. */
  NOT_ACCEPTED("CTL-03"),
  /** The synchronizer failed; its log says why. */
  INTERNAL("CTL-04");

  private final String code;

  ControlFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  ControlException exception(String... args) {
    Fault fault = Fault.of(this, "", "", args);
    FaultText text = FaultText.of(Locale.ROOT);
    return new ControlException(code, text.explanation(fault));
  }

  ControlException exception(Throwable cause, String... args) {
    ControlException exception = exception(args);
    exception.initCause(cause);
    return exception;
  }
}
