package uy.pfacturas.signing;

import java.util.List;
import uy.pfacturas.signing.trust.Answer;
import uy.pfacturas.signing.trust.Check;

/**
 * All that was asked of a signed document.
 *
 * @param verification of the signature
 * @param checks every check, the signature's first; of an invalid signature that one alone, for
 *     nothing is known of its signer
 */
public record Inspection(Verification verification, List<Check> checks) {
  public Inspection {
    checks = List.copyOf(checks);
  }

  /** No if any check says no; else not checked if any was not; else yes. */
  public Answer answer() {
    if (checks.stream().anyMatch(check -> check.answer() == Answer.NO)) {
      return Answer.NO;
    }
    return checks.stream().allMatch(check -> check.answer() == Answer.YES)
        ? Answer.YES
        : Answer.NOT_CHECKED;
  }
}
