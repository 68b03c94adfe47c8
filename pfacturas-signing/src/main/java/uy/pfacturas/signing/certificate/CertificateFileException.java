package uy.pfacturas.signing.certificate;

import java.nio.file.Path;
import uy.pfacturas.signing.failure.SigningException;

/** A file of certificates cannot be read. */
public final class CertificateFileException extends SigningException {
  private final transient Path file;

  /** About this file. */
  public CertificateFileException(Path file, Throwable cause) {
    super("LLAVE-08", cause, file.toString());
    this.file = file;
  }

  /** The file that it is about. */
  public Path file() {
    return file;
  }
}
