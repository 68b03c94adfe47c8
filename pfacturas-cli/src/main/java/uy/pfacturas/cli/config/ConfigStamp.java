package uy.pfacturas.cli.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * Which configuration a running synchronizer was started with, so that a command that only glanced
 * at its own can ask whether both are the same.
 *
 * @param file the file
 * @param modified when it was last written
 * @param size in bytes
 */
public record ConfigStamp(Path file, FileTime modified, long size) {
  /**
   * Of the file as it is now.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static ConfigStamp of(Path file) {
    try {
      return new ConfigStamp(file, Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether that file is this one, unchanged since. */
  public boolean isStill(Path other) {
    try {
      return Files.isSameFile(file, other) && of(file).equals(this);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
