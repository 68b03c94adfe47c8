package uy.pfacturas.signing.revocation;

/**
 * Why it is not known whether a certificate was revoked. Codes are stable and never reused; the
 * sentences are in the bundle {@code signing}.
 */
public enum Doubt {
  /** The certificate names no address (http or https) of its authority. */
  NO_ADDRESS("FIRMA-65"),
  /** No answer; data: address, what happened. */
  UNREACHABLE("FIRMA-66"),
  /** The authority does not know the certificate; data: address. */
  NOT_KNOWN("FIRMA-67"),
  /** Not listed, but authorities list no certificates that expired; data: address, when it did. */
  EXPIRED("FIRMA-68"),
  /** The answer cannot be read; data: address. */
  MALFORMED("FIRMA-70"),
  /** The answer is not signed by the authority or somebody it names for that; data: address. */
  NOT_SIGNED("FIRMA-71"),
  /** The answer is no longer in force; data: address, until when it was. */
  STALE("FIRMA-72"),
  /** The answer is about something else; data: address. */
  OTHER("FIRMA-73"),
  /** The answer is to another question, sent again; data: address. */
  REPLAYED("FIRMA-74"),
  /** The authority does not answer; data: address, status by RFC 6960. */
  REFUSED("FIRMA-75"),
  /** The answer is of the future: a clock is wrong; data: address, as of when it says to be. */
  FUTURE("FIRMA-76");

  private final String code;

  Doubt(String code) {
    this.code = code;
  }

  /** The stable code, such as {@code FIRMA-66}. */
  public String code() {
    return code;
  }
}
