package uy.pfacturas.signing.revocation;

/** Ends the reading of an answer that is not to be believed. Never leaves this package. */
final class DoubtException extends Exception {
  private final Revocation.Unknown unknown;

  DoubtException(Doubt doubt, String... data) {
    super(doubt.name(), null, false, false);
    this.unknown = Revocation.Unknown.of(doubt, data);
  }

  Revocation.Unknown unknown() {
    return unknown;
  }
}
