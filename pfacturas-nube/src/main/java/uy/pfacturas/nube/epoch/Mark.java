package uy.pfacturas.nube.epoch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mark of a database in a file that no backup of it holds (protocol §8.2): its life, the
 * highest number that may have been given of each CAE, written ahead in steps, the stations, and
 * how many commits it had. Written forced and whole; only its user may read or write it.
 * Thread-safe.
 *
 * <p>Beside it, in {@code <file>.cambios}, stands the number of commits to this moment, not forced:
 * it survives the end of the process, and of the machine at least every {@value #FORCED} commits.
 */
public final class Mark {
  /** Numbers that are written ahead. */
  static final int STEP = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Mark.class);
  private static final int FORCED = 256;

  private final Path file;
  private Remembered said;
  private Optional<FileChannel> counter = Optional.empty();

  private Mark(Path file, Remembered said) {
    this.file = file;
    this.said = said;
  }

  /** What a file says; empty if it is not there. */
  static Optional<Remembered> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Remembered read = Remembered.parse(Files.readAllBytes(file));
    return Optional.of(read.withLife(read.epoca(), Math.max(read.cambios(), counted(file, read))));
  }

  /** The count beside it, if it is of the same life. */
  private static long counted(Path file, Remembered read) throws IOException {
    Path beside = beside(file);
    if (!Files.exists(beside)) {
      return 0;
    }
    String text = Files.readString(beside, StandardCharsets.ISO_8859_1);
    return text.matches("[0-9]{19} [0-9]{19}\n")
            && Long.parseLong(text.substring(0, 19)) == read.epoca()
        ? Long.parseLong(text.substring(20, 39))
        : 0;
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".cambios");
  }

  /** Writes what is to be remembered from now on. */
  static Mark write(Path file, Remembered said) throws IOException {
    Mark mark = new Mark(file, said);
    mark.force(said);
    mark.counter =
        Optional.of(
            FileChannel.open(beside(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    return mark;
  }

  /** The highest number of a CAE that may have been given; 0 if none was. */
  public synchronized int highest(String ruc, long cae) {
    return said.highest(ruc, cae);
  }

  /**
   * Before a number is given: afterwards the mark is not below it, whatever happens.
   *
   * @throws UncheckedIOException if it could not be written; then the number must not be given
   */
  public synchronized void reserve(String ruc, long cae, int nro) {
    if (said.highest(ruc, cae) < nro) {
      remember(said.withNumero(ruc, cae, nro + STEP));
    }
  }

  /**
   * The same without writing ahead: what lies above stays free for an ERP that chooses its numbers.
   *
   * @throws UncheckedIOException as above
   */
  public synchronized void reserveOnly(String ruc, long cae, int nro) {
    if (said.highest(ruc, cae) < nro) {
      remember(said.withNumero(ruc, cae, nro));
    }
  }

  /**
   * Before a station is given its first number.
   *
   * @throws UncheckedIOException if it could not be written; then nothing must be given
   */
  public synchronized void know(String ruc, String estacion) {
    if (!said.knows(ruc, estacion)) {
      remember(said.withEstacion(ruc, estacion));
    }
  }

  private void remember(Remembered more) {
    try {
      force(more);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "No se puede escribir la marca " + file + ". Revise permisos y espacio en disco.", e);
    }
  }

  /**
   * After the first commit of an opening, its number: older copies are seen as such from now on.
   */
  void opened(long cambios) throws IOException {
    force(said.withLife(said.epoca(), cambios));
  }

  /** After a commit of the database, its number; a failure is told and does not undo it. */
  public synchronized void committed(long cambios) {
    try {
      if (counter.isPresent()) {
        String text = String.format(Locale.ROOT, "%019d %019d\n", said.epoca(), cambios);
        counter.get().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)), 0);
      }
      if (cambios >= said.cambios() + FORCED) {
        force(said.withLife(said.epoca(), cambios));
      }
    } catch (IOException e) {
      LOG.error("No se puede escribir la marca {}: una copia vieja podría no notarse", file, e);
    }
  }

  /** Aside, forced, renamed: it is whole or it is the old one. */
  private void force(Remembered more) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".nuevo");
    Files.deleteIfExists(aside);
    create(aside);
    try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(more.render());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
    said = more;
  }

  private static void create(Path aside) throws IOException {
    if (isPosix()) {
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(aside);
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /** The name is in the folder: without this a power cut may bring the old file back. */
  private void forceFolder() throws IOException {
    if (isPosix()) {
      try (FileChannel folder =
          FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  /** The last count is forced; nothing is remembered afterwards. */
  public synchronized void close(long cambios) {
    try {
      force(said.withLife(said.epoca(), Math.max(cambios, said.cambios())));
      if (counter.isPresent()) {
        counter.get().close();
        counter = Optional.empty();
      }
    } catch (IOException e) {
      LOG.error("No se puede escribir la marca {}: una copia vieja podría no notarse", file, e);
    }
  }
}
