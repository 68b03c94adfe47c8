package uy.pfacturas.nube.refusal;

import java.util.function.Function;

/**
 * What comes of a request: an answer, or a refusal.
 *
 * @param <T> the answer
 */
public sealed interface Reply<T> {
  /** The answer; {@code created} where the request made something that was not there before. */
  record Given<T>(T value, boolean created) implements Reply<T> {
    @Override
    public <R> R fold(Function<Given<T>, R> given, Function<Refusal, R> refused) {
      return given.apply(this);
    }
  }

  /** No. */
  record Refused<T>(Refusal refusal) implements Reply<T> {
    @Override
    public <R> R fold(Function<Given<T>, R> given, Function<Refusal, R> refused) {
      return refused.apply(refusal);
    }
  }

  /** What each case makes of it. */
  <R> R fold(Function<Given<T>, R> given, Function<Refusal, R> refused);

  /** An answer that made nothing. */
  static <T> Reply<T> of(T value) {
    return new Given<>(value, false);
  }

  /** An answer that made something. */
  static <T> Reply<T> created(T value) {
    return new Given<>(value, true);
  }

  /** A refusal. */
  static <T> Reply<T> refuse(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
