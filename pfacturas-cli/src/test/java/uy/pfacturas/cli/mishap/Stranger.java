package uy.pfacturas.cli.mishap;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import uy.pfacturas.cli.Pfacturas;

/** A user whom the rights of files bind, and who runs a copy of the program. */
final class Stranger {
  private static final int UID = 65_534;
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  private final List<String> start = new ArrayList<>();

  /** Copies the program into a folder; without another user to be had the test is skipped. */
  Stranger(Path folder) {
    boolean isRoot = System.getProperty("user.name").equals("root");
    Assumptions.assumeTrue(
        isRoot && Files.isExecutable(SETPRIV), "skipped: setpriv is not here, or we are not root");
    start.addAll(List.of(SETPRIV.toString(), "--reuid=" + UID, "--regid=" + UID, "--clear-groups"));
    start.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    start.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.language=es", "-Duser.country=UY"));
    start.addAll(List.of("-cp", copied(folder), main()));
  }

  private static String main() {
    return Pfacturas.class.getName();
  }

  /** How the program is started. */
  List<String> start() {
    return List.copyOf(start);
  }

  /** Makes everything below a path this user's. */
  void give(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.toList()) {
        Files.setAttribute(one, "unix:uid", UID);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String copied(Path folder) {
    List<String> copies = new ArrayList<>();
    String[] parts = System.getProperty("java.class.path").split(File.pathSeparator);
    try {
      open(Files.createDirectories(folder));
      for (int n = 0; n < parts.length; n++) {
        Path from = Path.of(parts[n]);
        Path to = folder.resolve(n + "-" + from.getFileName());
        copy(from, to);
        copies.add(to.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.exists(from) ? Files.walk(from) : Stream.empty()) {
      for (Path one : all.toList()) {
        Path copy = to.resolve(from.relativize(one).toString());
        Files.copy(one, one.equals(from) ? to : copy);
      }
    }
  }

  /** Lets everybody into a folder. */
  static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
