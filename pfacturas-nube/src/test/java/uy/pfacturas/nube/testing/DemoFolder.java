package uy.pfacturas.nube.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.demo.DemoNube;

/**
 * A demo that is prepared once per run of the tests, because keys take long, and copied for each.
 */
public final class DemoFolder {
  private static final DemoNube TEMPLATE = prepare();

  private DemoFolder() {}

  /** The prepared demo; its folder is not to be changed. */
  public static DemoNube template() {
    return TEMPLATE;
  }

  /** Copies the prepared data folder. */
  public static void copyTo(Path target) {
    Path source = TEMPLATE.config().carpeta();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DemoNube prepare() {
    try {
      Path folder = Files.createTempDirectory("nube-demo");
      return DemoNube.prepare(folder, Documents.clock());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
