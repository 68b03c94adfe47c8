package uy.pfacturas.cloud.contingencia;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Until when a document that was signed must be at the cloud. No text of DGI has a deadline after
 * an outage; ours is the end of the day of signing, because the daily report counts by that day.
 *
 * @param tras so long after its signature; empty for the end of the day of signing
 */
public record PlazoEntrega(Optional<Duration> tras) {
  /** The end of the day of signing. */
  public static final PlazoEntrega FIN_DEL_DIA = new PlazoEntrega(Optional.empty());

  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(30);

  /**
   * @throws IllegalArgumentException if it is out of 1 min to 30 days
   */
  public PlazoEntrega {
    if (tras.filter(d -> d.compareTo(LEAST) < 0 || d.compareTo(MOST) > 0).isPresent()) {
      throw new IllegalArgumentException("tras is out of PT1M to P30D: " + tras.get());
    }
  }

  /** So long after the signature. */
  public static PlazoEntrega of(Duration tras) {
    return new PlazoEntrega(Optional.of(tras));
  }

  /**
   * When it is over.
   *
   * @param zona whose days count
   */
  public Instant vence(OffsetDateTime firmado, ZoneId zona) {
    return tras.map(d -> firmado.toInstant().plus(d))
        .orElseGet(
            () ->
                firmado
                    .atZoneSameInstant(zona)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zona)
                    .toInstant());
  }

  /** When half of it is over. */
  public Instant mitad(OffsetDateTime firmado, ZoneId zona) {
    Instant from = firmado.toInstant();
    return from.plus(Duration.between(from, vence(firmado, zona)).dividedBy(2));
  }
}
