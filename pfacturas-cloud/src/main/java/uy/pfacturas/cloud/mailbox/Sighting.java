package uy.pfacturas.cloud.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A file of {@code entrada/} as a look found it.
 *
 * @param path where it lies
 * @param name its name, as far as it is text
 * @param isFile false for a link or a device
 * @param size bytes
 * @param written time of last writing
 * @param since when it was first seen with this size and time
 */
record Sighting(Path path, String name, boolean isFile, long size, Instant written, Instant since) {
  /** Whether nothing moved between two looks. */
  boolean isSame(Sighting other) {
    return size == other.size && written.equals(other.written) && isFile == other.isFile;
  }

  /** This one, known for as long as an earlier sighting of the same. */
  Sighting since(Instant earlier) {
    return new Sighting(path, name, isFile, size, written, earlier);
  }

  /** How long it is known to have stood still. */
  Duration still(Instant now) {
    return Duration.between(since, now);
  }

  /** How long it seems to have stood still, by the clock of its disk where that says more. */
  Duration age(Instant now) {
    Duration byDisk = Duration.between(written, now);
    Duration known = still(now);
    return byDisk.compareTo(known) > 0 ? byDisk : known;
  }

  /** Name without ending. */
  String stem() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Ending with its dot; empty if there is none. */
  String ending() {
    return name.substring(stem().length());
  }
}
