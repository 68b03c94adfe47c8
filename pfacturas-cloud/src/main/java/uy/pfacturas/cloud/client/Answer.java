package uy.pfacturas.cloud.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import uy.pfacturas.core.protocol.Rechazo;

/**
 * What came of one question to the cloud. Only {@link Done} and {@link Refused} say anything about
 * a document; the others mean that the same question is to be put again.
 *
 * @param <T> what the cloud answers
 */
public sealed interface Answer<T> {
  /** What to do in each case; all of them must be thought of. */
  <R> R match(
      Function<? super T, ? extends R> done,
      Function<? super Refused<T>, ? extends R> refused,
      Function<? super NotServed<T>, ? extends R> notServed);

  /** The value, where the cloud gave it. */
  default Optional<T> value() {
    return match(Optional::of, r -> Optional.empty(), n -> Optional.empty());
  }

  /** The cloud did it. */
  record Done<T>(T answer) implements Answer<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> done,
        Function<? super Refused<T>, ? extends R> refused,
        Function<? super NotServed<T>, ? extends R> notServed) {
      return done.apply(answer);
    }
  }

  /**
   * The cloud said no, in its own words.
   *
   * @param status HTTP status, 4xx but neither 401, 403 nor 429
   */
  record Refused<T>(int status, Rechazo rechazo) implements Answer<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> done,
        Function<? super Refused<T>, ? extends R> refused,
        Function<? super NotServed<T>, ? extends R> notServed) {
      return refused.apply(this);
    }
  }

  /**
   * Nobody knows whether the cloud did it: no answer, half an answer, garbage, "not now", or a key
   * that it does not take.
   *
   * @param cause which of them
   * @param reason for a person, without secrets
   * @param retryAfter how long the cloud asked to wait; empty where it did not
   */
  record NotServed<T>(Cause cause, String reason, Optional<Duration> retryAfter)
      implements Answer<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> done,
        Function<? super Refused<T>, ? extends R> refused,
        Function<? super NotServed<T>, ? extends R> notServed) {
      return notServed.apply(this);
    }
  }

  /** Why a question was not served. */
  enum Cause {
    /** No connection, no answer in time, or an answer that is not the cloud's. */
    UNKNOWN,
    /** 429, 500 or 503: the cloud is there and asks to come again; nothing has changed. */
    NOT_NOW,
    /** 401 or 403: the key is not taken; a person must act. */
    UNAUTHORIZED
  }
}
