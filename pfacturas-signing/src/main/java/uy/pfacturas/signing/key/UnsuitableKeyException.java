package uy.pfacturas.signing.key;

import uy.pfacturas.signing.failure.SigningException;

/**
 * The key cannot make the signatures that DGI takes: not RSA, too short, or not the key of the
 * certificate.
 */
public final class UnsuitableKeyException extends SigningException {
  private final String found;

  /** For what was found. */
  public UnsuitableKeyException(String found) {
    super("LLAVE-07", null, found);
    this.found = found;
  }

  /** What was found instead, such as {@code EC} or {@code RSA-512}. */
  public String found() {
    return found;
  }
}
