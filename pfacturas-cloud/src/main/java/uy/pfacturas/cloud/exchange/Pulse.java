package uy.pfacturas.cloud.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.core.protocol.Salud;

/**
 * Looks at the cloud beside the work: whether it is a new life of its database, which "not now"
 * does not say, and how far its clock is from ours. Thread-safe.
 */
public final class Pulse {
  private final NubeClient nube;
  private final Epochs epochs;
  private final Clock clock;
  private volatile Optional<Look> last = Optional.empty();

  /** What was seen, and when by our clock. */
  private record Look(Instant at, Duration ahead) {}

  /** For one station. */
  public Pulse(NubeClient nube, Epochs epochs, Clock clock) {
    this.nube = nube;
    this.epochs = epochs;
    this.clock = clock;
  }

  /** One look; a new epoch is stored before this returns. */
  public Answer<Salud> look() {
    Instant asked = clock.instant();
    Answer<Salud> answer = nube.salud();
    Instant answered = clock.instant();
    answer
        .value()
        .filter(salud -> epochs.counts(salud.epoca()))
        .ifPresent(
            salud -> {
              Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
              last = Optional.of(new Look(answered, Duration.between(middle, salud.hora())));
            });
    return answer;
  }

  /** How far the cloud's clock was before ours at the last look; empty before the first. */
  public Optional<Duration> ahead() {
    return last.map(Look::ahead);
  }

  /** Whether the cloud's clock is as ours within this, and ours was not set back since. */
  boolean confirms(Instant now, Duration within) {
    return last.filter(l -> !now.isBefore(l.at()) && l.ahead().abs().compareTo(within) <= 0)
        .isPresent();
  }
}
