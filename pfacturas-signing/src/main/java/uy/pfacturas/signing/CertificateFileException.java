package uy.pfacturas.signing;

import java.nio.file.Path;

/** A file of certificates cannot be read. */
public final class CertificateFileException extends SigningException {
  private final transient Path file;

  CertificateFileException(Path file, Throwable cause) {
    super("LLAVE-08", cause, file.toString());
    this.file = file;
  }

  /** The file that it is about. */
  public Path file() {
    return file;
  }
}
