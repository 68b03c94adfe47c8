package uy.pfacturas.cloud.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The machine's clock, moved by a test. */
public final class MovedClock extends Clock {
  private static final ZoneId ZONE = ZoneId.of("America/Montevideo");

  private final Clock system = Clock.system(ZONE);
  private volatile Duration moved = Duration.ZERO;

  /** Moves it forward. */
  public void pass(Duration time) {
    moved = moved.plus(time);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(moved);
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), moved);
  }
}
