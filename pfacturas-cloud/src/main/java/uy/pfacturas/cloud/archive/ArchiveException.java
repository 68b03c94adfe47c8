package uy.pfacturas.cloud.archive;

import java.util.Locale;
import uy.pfacturas.cloud.CloudException;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;

/** A signed document could not be kept or read; the caller must not go on as if it were. */
public final class ArchiveException extends CloudException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  ArchiveException(ArchiveFault code, String... args) {
    this(Fault.of(code, "", "", args));
  }

  ArchiveException(ArchiveFault code, Throwable cause, String... args) {
    this(Fault.of(code, "", "", args));
    initCause(cause);
  }

  private ArchiveException(Fault fault) {
    super(text(fault));
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
