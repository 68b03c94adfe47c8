package uy.pfacturas.cloud.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is moved. */
public final class TestClock extends Clock {
  private static final ZoneId ZONE = ZoneId.of("America/Montevideo");

  private volatile Instant now;

  /** Stands at this moment. */
  public TestClock(Instant now) {
    this.now = now;
  }

  /** Moves it forward. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
