package uy.pfacturas.signing.key;

import uy.pfacturas.signing.failure.SigningException;

/** There is no password where it was looked for. */
public final class PasswordMissingException extends SigningException {
  private final String source;

  /** About this place. */
  public PasswordMissingException(String source) {
    super("LLAVE-01", null, source);
    this.source = source;
  }

  /** Where the password was looked for: a variable or a file. */
  public String source() {
    return source;
  }
}
