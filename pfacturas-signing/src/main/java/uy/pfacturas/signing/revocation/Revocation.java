package uy.pfacturas.signing.revocation;

import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What the authority says of a certificate. */
public sealed interface Revocation {
  /** Goes on by what was said. */
  <T> T match(
      Function<Good, T> whenGood, Function<Revoked, T> whenRevoked, Function<Unknown, T> whenNot);

  /**
   * It was not revoked.
   *
   * @param source address of the answer
   * @param asOf when that was so
   */
  record Good(String source, Instant asOf) implements Revocation {
    @Override
    public <T> T match(
        Function<Good, T> whenGood,
        Function<Revoked, T> whenRevoked,
        Function<Unknown, T> whenNot) {
      return whenGood.apply(this);
    }
  }

  /**
   * It was revoked.
   *
   * @param source address of the answer
   * @param when from then on it is no longer good: where the authority says since when the key was
   *     not safe, then
   * @param reason that the authority gives; {@code UNSPECIFIED} if none
   */
  record Revoked(String source, Instant when, CRLReason reason) implements Revocation {
    @Override
    public <T> T match(
        Function<Good, T> whenGood,
        Function<Revoked, T> whenRevoked,
        Function<Unknown, T> whenNot) {
      return whenRevoked.apply(this);
    }
  }

  /**
   * It is not known.
   *
   * @param doubt why
   * @param data of the sentence of the doubt
   */
  record Unknown(Doubt doubt, List<String> data) implements Revocation {
    public Unknown {
      data = List.copyOf(data);
    }

    /** For a reason, with its data. */
    public static Unknown of(Doubt doubt, String... data) {
      return new Unknown(doubt, List.of(data));
    }

    @Override
    public <T> T match(
        Function<Good, T> whenGood,
        Function<Revoked, T> whenRevoked,
        Function<Unknown, T> whenNot) {
      return whenNot.apply(this);
    }
  }
}
