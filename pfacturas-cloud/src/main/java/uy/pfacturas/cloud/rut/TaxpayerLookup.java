package uy.pfacturas.cloud.rut;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import uy.pfacturas.core.rut.Rut;

/** Looks up taxpayers: digit first, then the registry, then what it said before. Thread-safe. */
public final class TaxpayerLookup {
  private final TaxpayerSource source;
  private final TaxpayerCache cache;
  private final Clock clock;

  /** Over a registry and the memory of its answers. */
  public TaxpayerLookup(TaxpayerSource source, TaxpayerCache cache, Clock clock) {
    this.source = source;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * What can be said of this RUT, as a person wrote it; blanks, points and dashes do not matter.
   */
  public TaxpayerAnswer lookUp(String text) {
    Optional<Rut> rut = Rut.find(text);
    return rut.isPresent() ? lookUp(rut.get()) : new TaxpayerAnswer.Invalid(text);
  }

  private TaxpayerAnswer lookUp(Rut rut) {
    TaxpayerSource.Outcome outcome = source.ask(rut);
    if (outcome instanceof TaxpayerSource.Outcome.Found found) {
      cache.put(found.contribuyente());
      return new TaxpayerAnswer.Known(found.contribuyente());
    }
    if (outcome instanceof TaxpayerSource.Outcome.Unavailable away) {
      return remember(rut, away.reason());
    }
    return new TaxpayerAnswer.Absent(rut);
  }

  private TaxpayerAnswer remember(Rut rut, String reason) {
    return cache
        .find(rut)
        .<TaxpayerAnswer>map(
            known -> new TaxpayerAnswer.Remembered(known, age(known.consultado()), reason))
        .orElseGet(() -> new TaxpayerAnswer.NotNow(rut, reason));
  }

  private Duration age(java.time.Instant asked) {
    Duration age = Duration.between(asked, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
