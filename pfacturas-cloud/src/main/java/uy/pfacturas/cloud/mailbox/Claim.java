package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that was taken out of {@code entrada/} and is now this synchronizer's, in {@code
 * proceso/}, until it is {@linkplain Mailbox#processed processed} or {@linkplain Mailbox#rejected
 * rejected}.
 *
 * @param baseName its name without the ending, made harmless where it was not; names its status
 *     files
 * @param fileName its name
 * @param file where it lies
 * @param arrival when it was taken; for one that an earlier run left behind, its time of writing
 * @param id identity that the mailbox gives it, always the same for the same arrival; empty where
 *     the file itself must say it ({@link Identity#FILE_ID})
 */
public record Claim(
    String baseName, String fileName, Path file, Instant arrival, Optional<String> id) {
  /** When the ERP wrote it; when it was taken, where the disk does not say. */
  public Instant written() {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return arrival;
    }
  }
}
