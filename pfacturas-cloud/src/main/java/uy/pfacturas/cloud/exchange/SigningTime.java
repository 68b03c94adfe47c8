package uy.pfacturas.cloud.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uy.pfacturas.cloud.station.Station;

/**
 * The time with which this station signs: its clock's, and never before the last signature of the
 * station, whoever made it. A clock that is a little behind signs with the time of that signature;
 * one that is far behind signs nothing, unless the cloud has just confirmed it: then the earlier
 * signature was the wrong one. Thread-safe.
 */
public final class SigningTime {
  private final Station station;
  private final Pulse pulse;
  private final Clock clock;
  private final Duration limit;

  /**
   * @param limit how far the clock may be behind the last signature, or from the cloud's
   */
  public SigningTime(Station station, Pulse pulse, Clock clock, Duration limit) {
    this.station = station;
    this.pulse = pulse;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * @param at in seconds
   * @param noAntes whether a later signature of the station makes it void
   */
  record Momento(OffsetDateTime at, boolean noAntes) {}

  /** With what to sign now; empty while nothing may be signed ({@link #obstacle}). */
  Optional<Momento> now() {
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    Optional<OffsetDateTime> later = station.ultimaFirma().filter(now::isBefore);
    if (later.isEmpty()) {
      return Optional.of(new Momento(now, true));
    }
    OffsetDateTime last = later.get();
    if (Duration.between(now, last).compareTo(limit) <= 0) {
      return Optional.of(new Momento(last.withOffsetSameInstant(now.getOffset()), true));
    }
    return pulse.confirms(clock.instant(), limit)
        ? Optional.of(new Momento(now, false))
        : Optional.empty();
  }

  /** Why nothing may be signed now, with what to do; empty where it may. */
  Optional<String> obstacle() {
    return now().isPresent()
        ? Optional.empty()
        : Optional.of(
            "El reloj de esta máquina está atrasado: la última firma fue a las "
                + station.ultimaFirma().map(OffsetDateTime::toString).orElse("")
                + ". Ponga el reloj en hora; hasta entonces no se firma aquí.");
  }

  /** How far the cloud's clock is before ours, where that is too far, for a person. */
  public Optional<String> alarm() {
    return pulse
        .ahead()
        .filter(ahead -> ahead.abs().compareTo(limit) > 0)
        .map(
            ahead ->
                "El reloj de esta máquina está "
                    + (ahead.isNegative() ? "adelantado " : "atrasado ")
                    + ahead.abs().toSeconds()
                    + " segundos respecto de la nube. Póngalo en hora: la hora de la firma es la"
                    + " de los comprobantes.");
  }
}
