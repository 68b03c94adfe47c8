package uy.pfacturas.cloud.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import uy.pfacturas.core.testing.Documents;

/** The true time of a world. */
final class Time {
  static final ZoneId ZONE = ZoneId.of("America/Montevideo");

  private Instant now = Documents.clock().instant();

  Instant now() {
    return now;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZONE);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** A clock that may be wrong. */
  final class Watch extends Clock {
    private Duration off = Duration.ZERO;

    void jump(Duration by) {
      off = off.plus(by);
    }

    void set() {
      off = Duration.ZERO;
    }

    @Override
    public Instant instant() {
      return now.plus(off);
    }

    @Override
    public ZoneId getZone() {
      return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(instant(), zone);
    }
  }
}
