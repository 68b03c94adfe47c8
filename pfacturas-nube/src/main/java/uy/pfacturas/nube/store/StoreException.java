package uy.pfacturas.nube.store;

import uy.pfacturas.nube.NubeException;

/** The database did not take a change, or could not be read; nothing of the change is kept. */
public final class StoreException extends NubeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
