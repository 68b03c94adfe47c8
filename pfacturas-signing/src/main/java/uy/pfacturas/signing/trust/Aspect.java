package uy.pfacturas.signing.trust;

/** What a check asks of a signed document. */
public enum Aspect {
  /** Whether it is as it was signed. */
  SIGNATURE,
  /** By which hash and key it was signed. */
  ALGORITHM,
  /** Whether the certificate comes from somebody who is trusted. */
  CHAIN,
  /** Whether the certificate was in force at the time of signing. */
  VALIDITY,
  /** Whether the certificate is for signatures. */
  KEY_USAGE,
  /** Whether the RUC in the certificate is that of who should have signed. */
  RUC,
  /** Whether the certificate is the one that was announced, as by the cover of a sobre. */
  CERTIFICATE,
  /** Whether the authority had taken the certificate back. */
  REVOCATION
}
