package uy.pfacturas.cloud.exchange;

import java.util.Optional;
import uy.pfacturas.core.protocol.Rechazo;

/**
 * Why the cloud gives this station no more numbers, where only a person can say what is right: its
 * life is not the one that the cloud knows, or a number that it has in use is another's (protocol
 * §11, U2 and U4). Thread-safe.
 */
public final class Fence {
  private volatile Optional<Rechazo> reason = Optional.empty();

  /** The cloud's words; empty while all is well. */
  public Optional<Rechazo> reason() {
    return reason;
  }

  /** The cloud said no to this life. */
  void raise(Rechazo rechazo) {
    reason = Optional.of(rechazo);
  }

  /** The cloud gave it numbers or took its declaration. */
  void lower() {
    reason = Optional.empty();
  }
}
