package uy.pfacturas.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.Backoff;
import uy.pfacturas.cloud.contingencia.Contingencia;

/** Whether the cloud answers, and how long to leave it alone when it does not. Thread-safe. */
final class CloudState {
  private static final Logger LOG = LoggerFactory.getLogger(CloudState.class);

  /** A key that is not taken is not mended by asking often. */
  private static final Duration UNAUTHORIZED_WAIT = Duration.ofSeconds(5);

  /** What is over sooner needs nobody's attention. */
  private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT);

  private final Clock clock;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Troubles troubles;
  private final Contingencia contingencia;
  private int failures;
  private boolean isWorkFailing;
  private Instant notBefore = Instant.MIN;
  private Optional<Instant> awaySince = Optional.empty();
  private Optional<String> reason = Optional.empty();

  CloudState(
      Clock clock,
      Backoff backoff,
      RandomGenerator random,
      Troubles troubles,
      Contingencia contingencia) {
    this.clock = clock;
    this.backoff = backoff;
    this.random = random;
    this.troubles = troubles;
    this.contingencia = contingencia;
  }

  /**
   * What came of a look at the cloud beside the work. That it serves a look does not mean that it
   * does the work.
   */
  <T> void looked(Answer<T> answer) {
    answer
        .match(
            done -> Optional.<Answer.NotServed<T>>empty(),
            refused -> Optional.<Answer.NotServed<T>>empty(),
            Optional::of)
        .ifPresentOrElse(this::unseen, this::seen);
  }

  private synchronized <T> void unseen(Answer.NotServed<T> away) {
    boolean before = isWorkFailing;
    var unused = notServed(away.cause(), away.reason(), away.retryAfter());
    isWorkFailing = before;
  }

  private synchronized void seen() {
    troubles.clear(Trouble.CLAVE);
    if (!isWorkFailing) {
      served();
    }
  }

  /** The cloud did some work. */
  synchronized void served() {
    if (awaySince.isPresent()) {
      LOG.info("cloud answers again, was away since {}", awaySince.get());
    }
    isWorkFailing = false;
    failures = 0;
    notBefore = Instant.MIN;
    awaySince = Optional.empty();
    reason = Optional.empty();
    troubles.clear(Trouble.CLAVE);
    troubles.clear(Trouble.NUBE);
    contingencia.served();
  }

  /** The cloud did not serve; gives the time until it should be asked again. */
  synchronized Duration notServed(Answer.Cause cause, String why, Optional<Duration> asked) {
    Instant now = clock.instant();
    if (awaySince.isEmpty()) {
      awaySince = Optional.of(now);
      LOG.warn("cloud does not serve: {}", why);
    }
    reason = Optional.of(why);
    isWorkFailing = true;
    boolean unauthorized = cause == Answer.Cause.UNAUTHORIZED;
    if (unauthorized) {
      troubles.set(
          Trouble.CLAVE,
          why
              + " Ponga la clave correcta de la empresa en la configuración y reinicie; si la clave"
              + " es la correcta, avise a quien administra la nube.");
    } else if (!now.isBefore(awaySince.get().plus(WORTH_SAYING))) {
      troubles.set(
          Trouble.NUBE,
          why
              + (contingencia.isAble()
                  ? " Los comprobantes se firman aquí y se entregan solos; si dura, "
                  : " Los comprobantes esperan y siguen solos; si dura, ")
              + (cause == Answer.Cause.NOT_NOW
                  ? "avise a quien administra la nube."
                  : "revise la conexión a Internet."));
    }
    // Many ask at the same moment; they count as one failure.
    if (!now.isBefore(notBefore)) {
      failures++;
      contingencia.failed(why);
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
    return awaySince.map(
        since ->
            reason.orElse("") + " Desde el " + TIME.format(since.atZone(clock.getZone())) + ".");
  }

  /** Why it does not serve; empty while it does. */
  synchronized Optional<String> reason() {
    return reason;
  }

  synchronized boolean isAway() {
    return awaySince.isPresent();
  }
}
