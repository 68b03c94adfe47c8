package uy.pfacturas.signing;

/** Ends a verification at the first thing that is wrong. Never leaves this package. */
final class DefectException extends Exception {
  private final Defect defect;
  private final String reason;

  DefectException(Defect defect, String reason) {
    super(defect + " " + reason, null, false, false);
    this.defect = defect;
    this.reason = reason;
  }

  Verification.Invalid toInvalid() {
    return new Verification.Invalid(defect, reason);
  }

  DocumentNotSignableException toNotSignable() {
    return new DocumentNotSignableException(defect, reason);
  }
}
