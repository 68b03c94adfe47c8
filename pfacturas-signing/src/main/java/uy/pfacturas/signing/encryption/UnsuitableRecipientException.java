package uy.pfacturas.signing.encryption;

import uy.pfacturas.signing.failure.SigningException;

/** Nothing can be encrypted for a certificate with such a key. */
public final class UnsuitableRecipientException extends SigningException {
  private final String keyKind;

  UnsuitableRecipientException(String keyKind) {
    super("CIFRADO-01", null, keyKind);
    this.keyKind = keyKind;
  }

  /** The kind of its key, such as {@code EC} or {@code RSA 512}. */
  public String keyKind() {
    return keyKind;
  }
}
