package uy.pfacturas.cli.mishap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what the program does in its own time, but not for ever. */
final class Deadline {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final long LOOK_MILLIS = 15;

  private Deadline() {}

  /** Waits until a file holds this text. */
  static void awaitText(Path file, String text) {
    var unused =
        await(() -> Optional.of(text(file)).filter(t -> t.contains(text)), () -> text(file));
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks until something is there.
   *
   * @param otherwise what to say when it does not come
   */
  static <T> T await(Supplier<Optional<T>> look, Supplier<String> otherwise) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      try {
        if (System.nanoTime() > end || never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new AssertionError(otherwise.get());
        }
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted: " + otherwise.get(), e);
      }
      found = look.get();
    }
    return found.get();
  }
}
