package uy.pfacturas.signing.trust;

/** What came of one check. */
public enum Answer {
  /** It is as it should be. */
  YES,
  /** It is not. */
  NO,
  /** It was not asked, or could not be found out; the check says which. */
  NOT_CHECKED
}
