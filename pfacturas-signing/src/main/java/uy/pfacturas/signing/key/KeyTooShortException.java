package uy.pfacturas.signing.key;

import uy.pfacturas.signing.failure.SigningException;

/** An RSA key is too short to be worth a signature. */
public final class KeyTooShortException extends SigningException {
  private final int bits;

  KeyTooShortException(int bits) {
    super("LLAVE-17", null, bits, SigningKey.MIN_BITS);
    this.bits = bits;
  }

  /** Its length. */
  public int bits() {
    return bits;
  }
}
