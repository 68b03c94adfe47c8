package uy.pfacturas.signing.token;

import org.jspecify.annotations.Nullable;
import uy.pfacturas.signing.failure.SigningException;

/** A token did not take the PIN, or was not given it. Never try again without a person. */
public final class PinRefusedException extends SigningException {
  /** Why. */
  public enum Reason {
    /** It is not the token's. One of few tries is spent. */
    WRONG("LLAVE-12"),
    /** Too many wrong ones: only who issued the token, or its administrator, unlocks it. */
    LOCKED("LLAVE-13"),
    /** One more wrong one locks it, so this program does not try. */
    FINAL_TRY("LLAVE-14");

    private final String code;

    Reason(String code) {
      this.code = code;
    }
  }

  private final Reason reason;

  PinRefusedException(Reason reason, String token, @Nullable Throwable cause) {
    super(reason.code, cause, token);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
