package uy.pfacturas.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** DGI's own files, where they are at hand: tests without them are skipped, but fail in CI. */
public final class Referencias {
  private Referencias() {}

  /** A file of DGI's folder. */
  public static Path file(String name) {
    Path path = Path.of(System.getProperty("pfacturas.referencias", "../../shared"), "dgi", name);
    present(Files.exists(path), "DGI's file " + name);
    return path;
  }

  /** Skips the test where something is absent, unless in CI, where that fails. */
  public static void present(boolean there, String what) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as(what + " must be there in CI").isTrue();
    }
    Assumptions.assumeTrue(there, "skipped: " + what + " is not here");
  }

  /** The eight documents of DGI's sample envelope, each as a document of its own. */
  public static List<String> documentos() throws IOException {
    String sobre =
        Files.readString(
            file("ejemplos/sobre-219999830019-ejemplo.xml"), StandardCharsets.ISO_8859_1);
    return Pattern.compile("<ns0:CFE .*?</ns0:CFE>", Pattern.DOTALL)
        .matcher(sobre)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
