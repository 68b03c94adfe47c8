package uy.pfacturas.signing.key;

import java.nio.file.Path;
import uy.pfacturas.signing.failure.SigningException;

/** The key file is not a PKCS#12 file, or is damaged. */
public final class KeyFileDamagedException extends SigningException {
  private final transient Path file;

  /** About this place. */
  public KeyFileDamagedException(Path file, Throwable cause) {
    super("LLAVE-04", cause, file.toString());
    this.file = file;
  }

  /** The file that it is about. */
  public Path file() {
    return file;
  }
}
