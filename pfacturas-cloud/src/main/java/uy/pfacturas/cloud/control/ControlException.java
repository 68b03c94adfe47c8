package uy.pfacturas.cloud.control;

import uy.pfacturas.cloud.CloudException;

/** An order was not done: refused by the running synchronizer, or it could not be reached. */
public final class ControlException extends CloudException {
  private static final long serialVersionUID = 1L;

  private final String codigo;

  /** With a stable code and a sentence for a person. */
  public ControlException(String codigo, String message) {
    super(message);
    this.codigo = codigo;
  }

  /** With a stable code, a sentence for a person, and the cause. */
  public ControlException(String codigo, String message, Throwable cause) {
    super(message, cause);
    this.codigo = codigo;
  }

  /** The stable code. */
  public String codigo() {
    return codigo;
  }
}
