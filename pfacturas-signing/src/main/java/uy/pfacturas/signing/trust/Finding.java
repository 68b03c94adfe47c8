package uy.pfacturas.signing.trust;

/**
 * What a check of a signer can find. Codes are stable and never reused; the sentences are in the
 * bundle {@code signing}. What is wrong with the signature itself, and why revocation is unknown,
 * have codes of their own.
 */
public enum Finding {
  /** The document is as it was signed. */
  SIGNED(Aspect.SIGNATURE, Answer.YES, "FIRMA-40"),
  /** By RSA; data: hash, bits of the key. */
  RSA(Aspect.ALGORITHM, Answer.YES, "FIRMA-41"),
  /** Vouched for; data: by whom. */
  TRUSTED(Aspect.CHAIN, Answer.YES, "FIRMA-42"),
  /** Vouched for by nobody who is trusted; data: issuer. */
  UNTRUSTED(Aspect.CHAIN, Answer.NO, "FIRMA-43"),
  /** Nobody said whom to trust. */
  TRUST_NOT_SAID(Aspect.CHAIN, Answer.NOT_CHECKED, "FIRMA-44"),
  /** In force at the time of signing; data: that time. */
  IN_FORCE(Aspect.VALIDITY, Answer.YES, "FIRMA-45"),
  /** Not in force at the time of signing; data: from, to, that time. */
  NOT_IN_FORCE(Aspect.VALIDITY, Answer.NO, "FIRMA-46"),
  /** The document does not say when it was signed. */
  TIME_NOT_SAID(Aspect.VALIDITY, Answer.NOT_CHECKED, "FIRMA-47"),
  /** For signatures. */
  FOR_SIGNING(Aspect.KEY_USAGE, Answer.YES, "FIRMA-48"),
  /** Not for signatures. */
  NOT_FOR_SIGNING(Aspect.KEY_USAGE, Answer.NO, "FIRMA-49"),
  /** For anything: the certificate does not restrict its use. */
  FOR_ANYTHING(Aspect.KEY_USAGE, Answer.YES, "FIRMA-50"),
  /** Of who should have signed; data: RUC. */
  RUC_SAME(Aspect.RUC, Answer.YES, "FIRMA-51"),
  /** Of another; data: RUC in the certificate, RUC in the document. */
  RUC_OTHER(Aspect.RUC, Answer.NO, "FIRMA-52"),
  /** The certificate bears no RUC; data: RUC in the document. */
  RUC_ABSENT(Aspect.RUC, Answer.NO, "FIRMA-53"),
  /** The document does not say who signs it; data: RUC in the certificate, or a dash. */
  RUC_NOT_SAID(Aspect.RUC, Answer.NOT_CHECKED, "FIRMA-54"),
  /** Signed with the certificate that was announced. */
  ANNOUNCED(Aspect.CERTIFICATE, Answer.YES, "FIRMA-55"),
  /** Signed with another than was announced; data: serial numbers of both, signer's first. */
  NOT_ANNOUNCED(Aspect.CERTIFICATE, Answer.NO, "FIRMA-56"),
  /** Not taken back; data: who said so, as of when. */
  NOT_REVOKED(Aspect.REVOCATION, Answer.YES, "FIRMA-57"),
  /** Taken back before the time of signing; data: whose, when, reason, time of signing. */
  REVOKED_BEFORE(Aspect.REVOCATION, Answer.NO, "FIRMA-58"),
  /** Taken back after the time of signing, whose signature stays good; data: the same. */
  REVOKED_AFTER(Aspect.REVOCATION, Answer.YES, "FIRMA-59"),
  /**
   * Taken back later because the key was in other hands: that it was signed before, the document
   * alone says; data: the same.
   */
  COMPROMISED_AFTER(Aspect.REVOCATION, Answer.NOT_CHECKED, "FIRMA-60"),
  /** Taken back, and the document does not say when it was signed; data: whose, when, reason. */
  REVOKED(Aspect.REVOCATION, Answer.NO, "FIRMA-61"),
  /** Nobody asked to ask the authority. */
  OFFLINE(Aspect.REVOCATION, Answer.NOT_CHECKED, "FIRMA-62"),
  /** Not asked: addresses are taken from certificates that are trusted alone. */
  NOT_ASKED(Aspect.REVOCATION, Answer.NOT_CHECKED, "FIRMA-63"),
  /** The certificate itself is the one that is trusted: no authority to be asked. */
  NO_AUTHORITY(Aspect.REVOCATION, Answer.NOT_CHECKED, "FIRMA-64");

  private final Aspect aspect;
  private final Answer answer;
  private final String code;

  Finding(Aspect aspect, Answer answer, String code) {
    this.aspect = aspect;
    this.answer = answer;
    this.code = code;
  }

  /** A check with this finding; data as its sentence needs them. */
  public Check with(Object... data) {
    return Check.of(aspect, answer, code, data);
  }

  /** What was asked. */
  public Aspect aspect() {
    return aspect;
  }

  /** Yes, no or not checked. */
  public Answer answer() {
    return answer;
  }

  /** The stable code, such as {@code FIRMA-58}. */
  public String code() {
    return code;
  }
}
