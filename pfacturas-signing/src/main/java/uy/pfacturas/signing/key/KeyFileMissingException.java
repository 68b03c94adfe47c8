package uy.pfacturas.signing.key;

import java.nio.file.Path;
import uy.pfacturas.signing.failure.SigningException;

/** The key file does not exist or may not be read. */
public final class KeyFileMissingException extends SigningException {
  private final transient Path file;

  /** About this place. */
  public KeyFileMissingException(Path file, Throwable cause) {
    super("LLAVE-03", cause, file.toString());
    this.file = file;
  }

  /** The file that it is about. */
  public Path file() {
    return file;
  }
}
