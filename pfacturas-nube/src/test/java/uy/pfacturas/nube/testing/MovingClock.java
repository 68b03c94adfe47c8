package uy.pfacturas.nube.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands until it is moved. */
public final class MovingClock extends Clock {
  private final AtomicLong now;
  private final ZoneId zone;

  /** Standing at this moment. */
  public MovingClock(Instant start) {
    this(new AtomicLong(start.toEpochMilli()), ZoneOffset.UTC);
  }

  private MovingClock(AtomicLong now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Moves it, and all clocks that were made from it. */
  public void move(Duration by) {
    now.addAndGet(by.toMillis());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovingClock(now, other);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now.get());
  }
}
