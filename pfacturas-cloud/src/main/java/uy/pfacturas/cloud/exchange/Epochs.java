package uy.pfacturas.cloud.exchange;

import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Epoca;
import uy.pfacturas.cloud.station.Numbers;

/** The cloud's life as this station knows it; looks at every answer. Thread-safe. */
public final class Epochs {
  private final Numbers numbers;
  private volatile long known;

  /** From what is stored. */
  public Epochs(Numbers numbers) {
    this.numbers = numbers;
    this.known = numbers.vida().epoca();
  }

  /** The highest life seen; 0 before the first answer. */
  public long known() {
    return known;
  }

  /** Whether an answer of this epoch counts; a new epoch is stored first. */
  public boolean counts(long epoca) {
    if (epoca == known) {
      return true;
    }
    Epoca meaning = numbers.ver(epoca);
    if (meaning == Epoca.ANTERIOR) {
      return false;
    }
    known = Math.max(known, epoca);
    return true;
  }

  /** Asks the cloud for its life, where none was seen yet; empty if one is known. */
  Optional<Answer.NotServed<Boolean>> learn(NubeClient nube) {
    if (known > 0) {
      return Optional.empty();
    }
    return nube.salud()
        .match(
            salud ->
                counts(salud.epoca())
                    ? Optional.<Answer.NotServed<Boolean>>empty()
                    : Optional.of(notServed("La nube no dijo en qué época está.")),
            refused -> Optional.of(notServed(refused.rechazo().mensaje())),
            n -> Optional.of(new Answer.NotServed<>(n.cause(), n.reason(), n.retryAfter())));
  }

  private static Answer.NotServed<Boolean> notServed(String reason) {
    return new Answer.NotServed<>(Answer.Cause.UNKNOWN, reason, Optional.empty());
  }
}
