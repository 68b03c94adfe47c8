package uy.pfacturas.signing.certificate;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * From when to when a certificate is in force, both ends included.
 *
 * @param notBefore its first moment
 * @param notAfter its last
 */
public record Validity(Instant notBefore, Instant notAfter) {
  /** How long before its end people are told to ask for a new one. */
  public static final Duration WARNING = Duration.ofDays(60);

  /** How a certificate stands. */
  public enum State {
    /** Its time has not come. */
    NOT_YET,
    /** It may sign. */
    IN_FORCE,
    /** It may sign, but not for long. */
    ENDING,
    /** Its time is over. */
    EXPIRED
  }

  /** Of a certificate. */
  public static Validity of(X509Certificate certificate) {
    return new Validity(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  /** Whether it is in force at a moment. */
  public boolean contains(Instant moment) {
    return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
  }

  /** How it stands at a moment. */
  public State at(Instant moment) {
    if (moment.isBefore(notBefore)) {
      return State.NOT_YET;
    }
    if (moment.isAfter(notAfter)) {
      return State.EXPIRED;
    }
    return moment.plus(WARNING).isBefore(notAfter) ? State.IN_FORCE : State.ENDING;
  }

  /** Whole days that are left at a moment; none when it is over. */
  public long daysLeft(Instant moment) {
    return Math.max(0, Duration.between(moment, notAfter).toDays());
  }
}
