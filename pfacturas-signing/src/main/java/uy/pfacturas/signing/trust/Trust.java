package uy.pfacturas.signing.trust;

/** Whether the certificate of a valid signature comes from somebody we trust. */
public enum Trust {
  /** It is one of the trusted certificates, or was issued by one of them. */
  TRUSTED,
  /** It is not. */
  UNTRUSTED,
  /** Nobody said whom to trust. */
  NOT_CHECKED
}
