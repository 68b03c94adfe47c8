package uy.pfacturas.cli.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;

/** Fetches secrets from where the configuration says that they are. */
public final class Secrets {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Map<String, String> environment;

  /** From this environment and from files. */
  public Secrets(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The secret, without the line end of its file.
   *
   * @throws CliException if it is not there, is empty, or lies in a file that others can read
   */
  public String get(SecretSource source) {
    String secret =
        source.variable().isPresent()
            ? fromEnvironment(source.variable().get())
            : fromFile(source.file().orElseThrow());
    return secret.strip();
  }

  /** Whether others than its user can read or write the file; false where nobody can tell. */
  public static boolean isOpenToOthers(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return false;
    }
    return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
  }

  private String fromEnvironment(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new CliException(Exit.USAGE, "secreto_variable", name));
  }

  private static String fromFile(Path file) {
    try {
      if (isOpenToOthers(file)) {
        throw new CliException(Exit.USAGE, "secreto_abierto", file);
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (text.isBlank()) {
        throw new CliException(Exit.USAGE, "secreto_archivo", file);
      }
      return text;
    } catch (NoSuchFileException e) {
      throw new CliException(Exit.USAGE, "secreto_archivo", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
