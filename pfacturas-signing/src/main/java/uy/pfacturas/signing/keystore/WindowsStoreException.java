package uy.pfacturas.signing.keystore;

import uy.pfacturas.signing.failure.SigningException;

/** The store of Windows does not open; elsewhere than on Windows there is none. */
public final class WindowsStoreException extends SigningException {
  WindowsStoreException(Throwable cause) {
    super("LLAVE-21", cause, System.getProperty("os.name", ""));
  }
}
