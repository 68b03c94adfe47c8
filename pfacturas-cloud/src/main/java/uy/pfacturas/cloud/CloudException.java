package uy.pfacturas.cloud;

/** The synchronizer cannot go on; its message says to a person what to do. */
public class CloudException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what happened and what to do. */
  public CloudException(String message) {
    super(message);
  }

  /** With what happened, what to do, and why. */
  public CloudException(String message, Throwable cause) {
    super(message, cause);
  }
}
