package uy.pfacturas.signing.algorithm;

import uy.pfacturas.signing.failure.SigningException;

/** The cryptography of this machine did not make the signature: a missing algorithm, a token. */
public final class SignatureFailedException extends SigningException {
  private final String algorithm;

  /** By this algorithm. */
  public SignatureFailedException(String algorithm, Throwable cause) {
    super("LLAVE-10", cause, algorithm);
    this.algorithm = algorithm;
  }

  /** The algorithm, by its Java name, such as {@code SHA256withRSA}. */
  public String algorithm() {
    return algorithm;
  }
}
