package uy.pfacturas.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;

/** A file that a person named. */
record InputFile(Path path) {
  private static final long MAX_BYTES = 64L << 20;

  /**
   * All its bytes.
   *
   * @throws CliException if there is no such file or it is larger than 64 MiB
   */
  byte[] read() {
    try {
      if (Files.isDirectory(path) || Files.size(path) > MAX_BYTES) {
        throw new CliException(Exit.USAGE, "archivo_no_es", path);
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new CliException(Exit.USAGE, "archivo_no_existe", path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its name. */
  String name() {
    return path.getFileName().toString();
  }

  /** Its name without the ending. */
  String baseName() {
    int dot = name().lastIndexOf('.');
    return dot > 0 ? name().substring(0, dot) : name();
  }

  /**
   * Writes a new file: whole or not at all.
   *
   * @throws CliException if there is one already
   */
  static void write(Path target, byte[] content) {
    if (Files.exists(target)) {
      throw new CliException(Exit.USAGE, "archivo_existe", target);
    }
    Path aside = target.resolveSibling("." + target.getFileName() + ".parte");
    try {
      Files.write(aside, content);
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      move(aside, target);
    } catch (IOException e) {
      throw new CliException(Exit.DEVICE, "archivo_no_se_escribe", target, e.toString());
    }
  }

  private static void move(Path aside, Path target) throws IOException {
    try {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, target);
    }
  }
}
