package uy.pfacturas.signing.key;

import uy.pfacturas.signing.failure.SigningException;

/** A store has keys, but not the one that was asked for. */
public final class KeyNotFoundException extends SigningException {
  private final String where;

  KeyNotFoundException(String where, String wanted, String found) {
    super("LLAVE-16", null, where, wanted, found);
    this.where = where;
  }

  /** The store: a file, a token. */
  public String where() {
    return where;
  }
}
