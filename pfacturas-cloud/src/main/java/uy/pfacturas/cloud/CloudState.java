package uy.pfacturas.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.Backoff;

/** Whether the cloud answers, and how long to leave it alone when it does not. Thread-safe. */
final class CloudState {
  private static final Logger LOG = LoggerFactory.getLogger(CloudState.class);

  /** A key that is not taken is not mended by asking often. */
  private static final Duration UNAUTHORIZED_WAIT = Duration.ofSeconds(10);

  private final Clock clock;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Pauses pauses;
  private int failures;
  private Instant notBefore = Instant.MIN;
  private Optional<Instant> awaySince = Optional.empty();
  private Optional<String> reason = Optional.empty();

  CloudState(Clock clock, Backoff backoff, RandomGenerator random, Pauses pauses) {
    this.clock = clock;
    this.backoff = backoff;
    this.random = random;
    this.pauses = pauses;
  }

  /** The cloud answered. */
  synchronized void served() {
    if (awaySince.isPresent()) {
      LOG.info("cloud answers again, was away since {}", awaySince.get());
    }
    failures = 0;
    notBefore = Instant.MIN;
    awaySince = Optional.empty();
    reason = Optional.empty();
    pauses.clear(Pauses.Kind.CLAVE);
  }

  /** The cloud did not serve; gives the time until it should be asked again. */
  synchronized Duration notServed(Answer.Cause cause, String why, Optional<Duration> asked) {
    Instant now = clock.instant();
    if (awaySince.isEmpty()) {
      awaySince = Optional.of(now);
      LOG.warn("cloud does not serve: {}", why);
    }
    reason = Optional.of(why);
    // Many ask at the same moment; they count as one failure.
    if (!now.isBefore(notBefore)) {
      failures++;
      boolean unauthorized = cause == Answer.Cause.UNAUTHORIZED;
      if (unauthorized) {
        pauses.set(Pauses.Kind.CLAVE, why + " Ponga la clave correcta de la empresa y reinicie.");
      }
      notBefore =
          now.plus(
              unauthorized
                  ? UNAUTHORIZED_WAIT
                  : backoff.after(failures, asked.orElse(Duration.ZERO), random));
    }
    return untilServed();
  }

  /** How long the cloud is still to be left alone; zero when it may be asked. */
  synchronized Duration untilServed() {
    Instant now = clock.instant();
    return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
  }

  /** Since when it does not serve, with the reason; empty while it does. */
  synchronized Optional<String> away() {
    return awaySince.map(since -> "desde " + since + ": " + reason.orElse(""));
  }

  synchronized boolean isAway() {
    return awaySince.isPresent();
  }
}
