package uy.pfacturas.signing.token;

import java.util.List;
import uy.pfacturas.signing.failure.SigningException;

/** The token is not plugged in, or it is not said which of several is meant. */
public final class TokenMissingException extends SigningException {
  private final List<String> present;

  TokenMissingException(String wanted, List<String> present) {
    super("LLAVE-11", null, wanted, present.isEmpty() ? "—" : String.join(", ", present));
    this.present = List.copyOf(present);
  }

  /** Labels of the tokens that are there. */
  public List<String> present() {
    return present;
  }
}
