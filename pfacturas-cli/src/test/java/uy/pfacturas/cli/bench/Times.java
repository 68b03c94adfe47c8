package uy.pfacturas.cli.bench;

import java.util.List;
import java.util.stream.Stream;

/** Durations of the same thing, in milliseconds; at least one. */
record Times(List<Double> millis) {
  private static final double NANOS = 1e6;

  Times {
    if (millis.isEmpty()) {
      throw new IllegalArgumentException("no times");
    }
    millis = millis.stream().sorted().toList();
  }

  static Times ofNanos(List<Long> nanos) {
    return new Times(nanos.stream().map(n -> n / NANOS).toList());
  }

  /** Both together. */
  Times and(Times others) {
    return new Times(Stream.concat(millis.stream(), others.millis.stream()).toList());
  }

  double median() {
    return at(50);
  }

  double p99() {
    return at(99);
  }

  double longest() {
    return at(100);
  }

  /** The smallest one that so many of a hundred do not exceed. */
  private double at(int percent) {
    int rank = (millis.size() * percent + 99) / 100;
    return millis.get(Math.max(0, rank - 1));
  }
}
