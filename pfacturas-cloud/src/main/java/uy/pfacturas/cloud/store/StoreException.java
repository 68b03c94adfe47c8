package uy.pfacturas.cloud.store;

import uy.pfacturas.cloud.CloudException;

/** The store cannot be read or written now; nothing that depends on the change may leave. */
public final class StoreException extends CloudException {
  private static final long serialVersionUID = 1L;

  private final boolean damaged;

  /** With what happened and what to do. */
  public StoreException(String message) {
    super(message);
    this.damaged = false;
  }

  /** With what happened, what to do, and why. */
  public StoreException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private StoreException(String message, Throwable cause, boolean damaged) {
    super(message, cause);
    this.damaged = damaged;
  }

  /** The file is not what was written: no waiting mends it. */
  static StoreException damaged(String message, Throwable cause) {
    return new StoreException(message, cause, true);
  }

  /** Whether the file itself is damaged, so that it is to be kept aside and made anew. */
  public boolean isDamaged() {
    return damaged;
  }
}
