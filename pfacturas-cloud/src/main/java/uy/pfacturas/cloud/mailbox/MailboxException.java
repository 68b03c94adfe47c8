package uy.pfacturas.cloud.mailbox;

import java.util.Locale;
import uy.pfacturas.cloud.CloudException;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;

/** The mailbox cannot be used now; the caller waits and tries again, or stops and says why. */
public final class MailboxException extends CloudException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  MailboxException(Fault fault) {
    super(text(fault));
    this.fault = fault;
  }

  MailboxException(Fault fault, Throwable cause) {
    super(text(fault), cause);
    this.fault = fault;
  }

  private static String text(Fault fault) {
    return FaultText.of(Locale.ROOT).explanation(fault);
  }

  /** What is wrong, to be said in the person's language. */
  public Fault fault() {
    return fault;
  }
}
