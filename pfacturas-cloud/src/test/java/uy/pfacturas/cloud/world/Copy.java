package uy.pfacturas.cloud.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.cloud.store.SecondCopy;

/** The second copy on another medium: outlives the store, and a power cut leaves its front part. */
final class Copy implements SecondCopy {
  private final List<byte[]> entries = new ArrayList<>();
  private final Runnable moment;
  private boolean full;

  /**
   * @param moment told before each entry, to stop the machine there
   */
  Copy(Runnable moment) {
    this.moment = moment;
  }

  /** Says that it failed, and keeps nothing, while it is full. */
  void full(boolean now) {
    full = now;
  }

  @Override
  public void append(List<byte[]> added, Runnable done) {
    for (byte[] entry : added) {
      moment.run();
      if (!full) {
        entries.add(entry);
      }
    }
    moment.run();
    done.run();
  }

  List<byte[]> entries() {
    return entries;
  }

  /** Whether it has an entry with all of these texts. */
  boolean has(String... texts) {
    return entries.stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .anyMatch(entry -> List.of(texts).stream().allMatch(entry::contains));
  }
}
