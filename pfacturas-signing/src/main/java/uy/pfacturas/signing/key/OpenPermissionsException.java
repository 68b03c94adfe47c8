package uy.pfacturas.signing.key;

import java.nio.file.Path;
import uy.pfacturas.signing.failure.SigningException;

/** Others than its owner may read a file with a secret. */
public final class OpenPermissionsException extends SigningException {
  private final transient Path file;
  private final String permissions;

  OpenPermissionsException(Path file, String permissions) {
    super("LLAVE-02", null, file.toString(), permissions);
    this.file = file;
    this.permissions = permissions;
  }

  /** The file that it is about. */
  public Path file() {
    return file;
  }

  /** Its permissions, as in {@code rw-r--r--}. */
  public String permissions() {
    return permissions;
  }
}
