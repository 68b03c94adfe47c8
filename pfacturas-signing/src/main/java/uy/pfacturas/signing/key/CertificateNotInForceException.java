package uy.pfacturas.signing.key;

import java.time.Instant;
import uy.pfacturas.signing.certificate.Validity;
import uy.pfacturas.signing.failure.SigningException;

/** The certificate of a key is not yet, or no longer, in force. */
public final class CertificateNotInForceException extends SigningException {
  private final transient Validity validity;

  CertificateNotInForceException(Validity validity, Instant moment) {
    super(
        validity.at(moment) == Validity.State.NOT_YET ? "LLAVE-19" : "LLAVE-18",
        null,
        validity.notBefore(),
        validity.notAfter());
    this.validity = validity;
  }

  /** From when to when it is. */
  public Validity validity() {
    return validity;
  }
}
