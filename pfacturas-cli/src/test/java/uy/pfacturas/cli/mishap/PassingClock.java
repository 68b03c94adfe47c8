package uy.pfacturas.cli.mishap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The real time, and what a test lets pass besides. */
final class PassingClock extends Clock {
  /** The real time in Montevideo. */
  static final Clock REAL = Clock.system(ZoneId.of("America/Montevideo"));

  private final AtomicLong passedNanos = new AtomicLong();

  void pass(Duration time) {
    passedNanos.addAndGet(time.toNanos());
  }

  @Override
  public Instant instant() {
    return REAL.instant().plusNanos(passedNanos.get());
  }

  @Override
  public ZoneId getZone() {
    return REAL.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("only Montevideo");
  }
}
