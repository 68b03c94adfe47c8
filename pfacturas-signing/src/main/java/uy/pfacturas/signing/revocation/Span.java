package uy.pfacturas.signing.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * From when until when an answer is in force.
 *
 * @param from thisUpdate
 * @param to nextUpdate; a day after thisUpdate where the authority names none
 */
record Span(Instant from, Instant to) {
  /** Clocks differ a little. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Duration WITHOUT_END = Duration.ofDays(1);

  static Span of(Date thisUpdate, @Nullable Date nextUpdate) {
    Instant from = thisUpdate.toInstant();
    return new Span(from, nextUpdate == null ? from.plus(WITHOUT_END) : nextUpdate.toInstant());
  }

  void require(Instant now, String source) throws DoubtException {
    if (now.isAfter(to.plus(TOLERANCE))) {
      throw new DoubtException(Doubt.STALE, source, to.toString());
    } else if (now.isBefore(from.minus(TOLERANCE))) {
      throw new DoubtException(Doubt.FUTURE, source, from.toString());
    }
  }
}
