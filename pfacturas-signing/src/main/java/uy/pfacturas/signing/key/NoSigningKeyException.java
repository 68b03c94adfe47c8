package uy.pfacturas.signing.key;

import java.nio.file.Path;
import uy.pfacturas.signing.failure.SigningException;

/** The key file opens, but holds no private key with its certificate. */
public final class NoSigningKeyException extends SigningException {
  private final transient Path file;

  NoSigningKeyException(Path file) {
    super("LLAVE-06", null, file.toString());
    this.file = file;
  }

  /** The file that it is about. */
  public Path file() {
    return file;
  }
}
