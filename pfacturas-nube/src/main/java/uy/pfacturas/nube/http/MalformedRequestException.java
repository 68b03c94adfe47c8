package uy.pfacturas.nube.http;

/** The request is not one; its message says which part of it, without what the asker wrote. */
final class MalformedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedRequestException(String part) {
    super(part);
  }

  /** Which part of the request is at fault. */
  String part() {
    return String.valueOf(getMessage());
  }
}
