package uy.pfacturas.cli.mishap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own with little room, in memory; needs the right to mount. */
final class SmallDisk implements AutoCloseable {
  private static final int MEBIBYTES = 8;
  private static final int PIECE = 1024;

  private final Path place;
  private final Path filler;

  private SmallDisk(Path place) {
    this.place = place;
    this.filler = place.resolve("relleno");
  }

  /** Mounts one at this place; where that is not allowed the test is skipped. */
  static SmallDisk at(Path place) {
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean isMounted =
        does("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m", "disco", place.toString());
    Assumptions.assumeTrue(isMounted, "skipped: no disk can be mounted here");
    return new SmallDisk(place);
  }

  /** Whether a folder could be made read-only, for all users. */
  static boolean isMadeReadOnly(Path folder) {
    return does("mount", "--bind", folder.toString(), folder.toString())
        && does("mount", "-o", "remount,ro,bind", folder.toString());
  }

  /** Makes a folder writable again. */
  static boolean isMadeWritable(Path folder) {
    return does("umount", "-l", folder.toString());
  }

  Path place() {
    return place;
  }

  /** Leaves no room. */
  void fill() {
    try {
      while (true) {
        Files.write(filler, new byte[PIECE], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      // It is full.
      assert Files.exists(filler) : e;
    }
  }

  /** Gives room again. */
  void empty() {
    try {
      Files.delete(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean does(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    var unused = does("umount", "-l", place.toString());
  }
}
