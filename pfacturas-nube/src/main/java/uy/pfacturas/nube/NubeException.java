package uy.pfacturas.nube;

/**
 * The cloud cannot go on: its folder, its database, its key or its port do not allow it. The
 * message is for the person who runs it: what happened and what to do, without secrets.
 */
public class NubeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what happened and what to do. */
  public NubeException(String message) {
    super(message);
  }

  /** With what happened, what to do, and the cause. */
  public NubeException(String message, Throwable cause) {
    super(message, cause);
  }
}
