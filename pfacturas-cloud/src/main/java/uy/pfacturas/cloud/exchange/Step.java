package uy.pfacturas.cloud.exchange;

import java.time.Duration;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;

/** How one step of a document ended. */
public sealed interface Step {
  /**
   * It moved on, stored and copied.
   *
   * @param contenido the signed content, where this step brought it
   */
  record Moved(Documento documento, Optional<SignedContent> contenido) implements Step {}

  /** Nobody knows yet; the same step is to be tried again. */
  record Later(Answer.Cause cause, String reason, Optional<Duration> retryAfter) implements Step {}

  /** The cloud's answer contradicts the station: a person must look; tried again, seldom. */
  record Stuck(Motivo motivo) implements Step {}

  /** The document has moved on by another way; the answer is dropped (S1). */
  record Dropped() implements Step {}

  /** A step that the cloud did not serve. */
  static Step later(Answer.NotServed<?> answer) {
    return new Later(answer.cause(), answer.reason(), answer.retryAfter());
  }

  /** An answer that is not to be believed: of an older life, or about another number. */
  static Step unbelieved(String reason) {
    return new Later(Answer.Cause.UNKNOWN, reason, Optional.empty());
  }
}
