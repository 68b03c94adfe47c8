package uy.pfacturas.signing;

import uy.pfacturas.signing.failure.SigningException;

/** The document cannot be signed as it is. */
public final class DocumentNotSignableException extends SigningException {
  private final Defect defect;
  private final String detail;

  DocumentNotSignableException(Defect defect, String detail) {
    super(defect.code(), null, detail);
    this.defect = defect;
    this.detail = detail;
  }

  /** What is wrong with it. */
  public Defect defect() {
    return defect;
  }

  /** Where or how, such as a line and column or an encoding; may be empty. */
  public String detail() {
    return detail;
  }
}
