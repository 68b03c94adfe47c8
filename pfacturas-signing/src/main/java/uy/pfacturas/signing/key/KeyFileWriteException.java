package uy.pfacturas.signing.key;

import java.nio.file.Path;
import uy.pfacturas.signing.failure.SigningException;

/** The key file could not be written. */
public final class KeyFileWriteException extends SigningException {
  private final transient Path file;

  /** About this place. */
  public KeyFileWriteException(Path file, Throwable cause) {
    super("LLAVE-09", cause, file.toString());
    this.file = file;
  }

  /** The file that it is about. */
  public Path file() {
    return file;
  }
}
