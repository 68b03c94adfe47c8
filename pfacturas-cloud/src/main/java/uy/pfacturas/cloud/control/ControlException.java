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

  /** The stable code: the handler's, or one of {@link ControlFault}. */
  public String codigo() {
    return codigo;
  }
}
