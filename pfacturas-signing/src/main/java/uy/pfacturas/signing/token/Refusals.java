package uy.pfacturas.signing.token;

import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import uy.pfacturas.signing.failure.SigningException;

/** What a token meant, from what Java's provider made of it. */
final class Refusals {
  private Refusals() {}

  /** Java puts the code of PKCS#11, such as CKR_PIN_LOCKED, into the message of a cause. */
  static SigningException of(Throwable failure, Token token) {
    if (says(failure, "CKR_PIN_LOCKED")) {
      return new PinRefusedException(PinRefusedException.Reason.LOCKED, token.where(), failure);
    }
    if (says(failure, "CKR_PIN_INCORRECT")
        || says(failure, "CKR_PIN_LEN_RANGE")
        || says(failure, "CKR_PIN_INVALID")
        || causes(failure).anyMatch(FailedLoginException.class::isInstance)) {
      return new PinRefusedException(PinRefusedException.Reason.WRONG, token.where(), failure);
    }
    if (says(failure, "CKR_TOKEN_NOT_PRESENT")
        || says(failure, "CKR_DEVICE_REMOVED")
        || says(failure, "CKR_SLOT_ID_INVALID")) {
      return new TokenMissingException(token.where(), java.util.List.of());
    }
    return new TokenLibraryException(token.library(), failure);
  }

  private static boolean says(Throwable failure, String code) {
    return causes(failure).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(code));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
