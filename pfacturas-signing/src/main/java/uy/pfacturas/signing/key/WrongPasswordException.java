package uy.pfacturas.signing.key;

import java.nio.file.Path;
import uy.pfacturas.signing.failure.SigningException;

/** The password does not open the key file. */
public final class WrongPasswordException extends SigningException {
  private final transient Path file;

  /** About this place. */
  public WrongPasswordException(Path file, Throwable cause) {
    super("LLAVE-05", cause, file.toString());
    this.file = file;
  }

  /** The file that it is about. */
  public Path file() {
    return file;
  }
}
