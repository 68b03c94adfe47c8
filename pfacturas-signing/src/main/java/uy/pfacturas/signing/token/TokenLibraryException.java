package uy.pfacturas.signing.token;

import java.nio.file.Path;
import uy.pfacturas.signing.failure.SigningException;

/** The PKCS#11 library of a token's maker does not load or does not work. */
public final class TokenLibraryException extends SigningException {
  private final transient Path library;

  TokenLibraryException(Path library, Throwable cause) {
    super("LLAVE-15", cause, library.toString());
    this.library = library;
  }

  /** The library. */
  public Path library() {
    return library;
  }
}
