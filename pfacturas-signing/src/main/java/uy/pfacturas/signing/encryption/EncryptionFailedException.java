package uy.pfacturas.signing.encryption;

import uy.pfacturas.signing.failure.SigningException;

/** The cryptography of this machine did not encrypt. */
public final class EncryptionFailedException extends SigningException {
  EncryptionFailedException(Throwable cause) {
    super("CIFRADO-03", cause);
  }
}
