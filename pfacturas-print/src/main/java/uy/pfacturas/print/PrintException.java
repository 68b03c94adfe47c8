package uy.pfacturas.print;

/** Printing could not go on: a document that cannot be represented, or broken fonts. */
public final class PrintException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String detail;

  /** With a message for people and no cause. */
  public PrintException(String message) {
    super(message);
    this.detail = message;
  }

  /** With a message for people and its cause. */
  public PrintException(String message, Throwable cause) {
    super(message, cause);
    this.detail = message;
  }

  /** What is missing or not possible, for people: names of elements, or what broke. */
  public String detail() {
    return detail;
  }
}
