package uy.pfacturas.signing.token;

/**
 * A token in its slot, as it describes itself.
 *
 * @param id number of the slot
 * @param label the token's name, without padding
 * @param flags {@code CK_TOKEN_INFO.flags}
 */
record Slot(long id, String label, long flags) {
  /** PKCS#11 v2.40, CKF_USER_PIN_FINAL_TRY. */
  static final long FINAL_TRY = 0x20000;

  /** PKCS#11 v2.40, CKF_USER_PIN_LOCKED. */
  static final long LOCKED = 0x40000;

  /**
   * Does not let a program use up what a person may need.
   *
   * @throws PinRefusedException when the PIN is locked, or one try from it
   */
  void refuseRisk(String where) {
    if ((flags & LOCKED) != 0) {
      throw new PinRefusedException(PinRefusedException.Reason.LOCKED, where, null);
    }
    if ((flags & FINAL_TRY) != 0) {
      throw new PinRefusedException(PinRefusedException.Reason.FINAL_TRY, where, null);
    }
  }
}
