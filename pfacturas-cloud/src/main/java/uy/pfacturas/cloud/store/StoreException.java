package uy.pfacturas.cloud.store;

import uy.pfacturas.cloud.CloudException;

/** The store cannot be read or written now; nothing that depends on the change may leave. */
public final class StoreException extends CloudException {
  private static final long serialVersionUID = 1L;

  /** With what happened and what to do. */
  public StoreException(String message) {
    super(message);
  }

  /** With what happened, what to do, and why. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
