package uy.pfacturas.signing.internal;

/**
 * The bytes are not XML that we take; {@link #getMessage()} says where or how, and may be empty.
 */
public final class RefusedXmlException extends Exception {
  private final Refusal refusal;

  RefusedXmlException(Refusal refusal, String detail) {
    super(detail);
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }

  /** Where or how; may be empty. */
  public String detail() {
    String detail = getMessage();
    return detail == null ? "" : detail;
  }
}
