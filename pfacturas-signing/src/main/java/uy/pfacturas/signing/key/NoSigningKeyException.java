package uy.pfacturas.signing.key;

import uy.pfacturas.signing.failure.SigningException;

/** A store opens, but holds no private key with its certificate. */
public final class NoSigningKeyException extends SigningException {
  private final String where;

  /** Of a store, as a person knows it. */
  public NoSigningKeyException(String where) {
    super("LLAVE-06", null, where);
    this.where = where;
  }

  /** The store: a file, a token. */
  public String where() {
    return where;
  }
}
