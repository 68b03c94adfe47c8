package uy.pfacturas.signing.encryption;

import uy.pfacturas.signing.failure.SigningException;

/**
 * What was encrypted cannot be read with this key. Deliberately says no more, and has no cause: for
 * whoever sends forged ciphertexts each difference would be an answer.
 */
public final class NotDecryptableException extends SigningException {
  NotDecryptableException() {
    super("CIFRADO-02", null);
  }
}
