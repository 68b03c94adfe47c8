package uy.pfacturas.print.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that others use to read PDFs and QRs: poppler and zbar. A test that needs one is skipped
 * where it is not installed, but fails where {@code CI=true}.
 */
public final class Peers {
  private Peers() {}

  /** Text as it stands on the page, all pages. */
  public static String layout(byte[] pdf) {
    return text(pdf, "-layout");
  }

  /** Text in the order in which it was drawn. */
  public static String inOrder(byte[] pdf) {
    return text(pdf, "-raw");
  }

  /** What the QR of each page says, printed at 200 dpi, the least that DGI allows. */
  public static List<String> qrs(byte[] pdf) {
    return inFolder(
        pdf,
        file -> {
          run("pdftoppm", "-r", "200", "-gray", "-png", file.toString(), file + "-page");
          List<String> codes = new ArrayList<>();
          try (Stream<Path> pages = Files.list(file.resolveSibling("."))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".png")).sorted().toList()) {
              codes.add(run("zbarimg", "--quiet", "--raw", page.toString()).strip());
            }
          }
          return codes;
        });
  }

  private static String text(byte[] pdf, String... options) {
    return inFolder(
        pdf,
        file -> {
          List<String> command = new ArrayList<>(List.of("pdftotext", "-enc", "UTF-8"));
          command.addAll(List.of(options));
          command.addAll(List.of(file.toString(), "-"));
          return run(command.toArray(String[]::new));
        });
  }

  private interface Reading<T> {
    T of(Path file) throws IOException;
  }

  private static <T> T inFolder(byte[] pdf, Reading<T> reading) {
    try {
      Path folder = Files.createTempDirectory("papel");
      try {
        return reading.of(Files.write(folder.resolve("papel.pdf"), pdf));
      } finally {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String... command) throws IOException {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(d -> Files.exists(Path.of(d, command[0])));
    if (!"true".equals(System.getenv("CI"))) {
      Assumptions.assumeTrue(installed, command[0] + " is not installed");
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as(command[0]).isZero();
    return output;
  }
}
