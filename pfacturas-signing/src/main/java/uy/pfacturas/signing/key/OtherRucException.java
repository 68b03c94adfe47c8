package uy.pfacturas.signing.key;

import uy.pfacturas.signing.failure.SigningException;

/** The certificate of a key is another company's, or bears no RUC. */
public final class OtherRucException extends SigningException {
  private final String found;
  private final String wanted;

  OtherRucException(String found, String wanted) {
    super("LLAVE-20", null, found.isEmpty() ? "—" : found, wanted);
    this.found = found;
    this.wanted = wanted;
  }

  /** The RUC in the certificate; {@code ""} when it has none. */
  public String found() {
    return found;
  }

  /** The RUC of the company. */
  public String wanted() {
    return wanted;
  }
}
