package uy.pfacturas.cloud.exchange;

import uy.pfacturas.cloud.station.Epoca;
import uy.pfacturas.cloud.station.Numbers;

/** The cloud's life as this station knows it; looks at every answer. Thread-safe. */
public final class Epochs {
  private final Numbers numbers;
  private volatile long known;
  private volatile boolean restored;

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
    restored |= meaning == Epoca.NUEVA;
    known = Math.max(known, epoca);
    return true;
  }

  /** Whether the cloud was restored from a backup since this program started. */
  public boolean isRestored() {
    return restored;
  }
}
