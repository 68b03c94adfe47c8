package uy.pfacturas.cloud.archive;

import uy.pfacturas.cloud.CloudException;

/** A signed document could not be kept or read; the caller must not go on as if it were. */
public final class ArchiveException extends CloudException {
  private static final long serialVersionUID = 1L;

  ArchiveException(String message) {
    super(message);
  }

  ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
