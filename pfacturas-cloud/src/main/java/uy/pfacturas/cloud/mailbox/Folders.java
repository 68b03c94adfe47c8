package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import uy.pfacturas.core.fault.Fault;

/**
 * The folders of a mailbox, all on one disk and none of them a link.
 *
 * @param root the mailbox itself
 * @param foldsCase whether names that differ by case only are the same here
 */
record Folders(Path root, boolean foldsCase) {
  private static final String PROBE = ".prueba.tmp";

  /**
   * Makes the mailbox itself, and says where it really is.
   *
   * @throws MailboxException if it cannot be made
   */
  static Path makeRoot(Path root) {
    try {
      return folder(root).toRealPath();
    } catch (IOException e) {
      throw notWritable(root, e);
    }
  }

  /**
   * Makes what is missing in a mailbox and proves that files can be written and moved.
   *
   * @throws MailboxException if a folder cannot be used
   */
  static Folders make(Path root) {
    Folders folders = new Folders(root, foldsCase(root));
    for (Path folder : folders.all()) {
      folder(folder);
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new MailboxException(Fault.of(MailboxFault.NOT_ONE_PLACE, "", "", folder.toString()));
      }
      tryOut(folder);
    }
    for (Path target : List.of(folders.proceso(), folders.procesados(), folders.rechazados())) {
      tryMove(folders.entrada(), target);
    }
    return folders;
  }

  Path entrada() {
    return root.resolve("entrada");
  }

  Path proceso() {
    return root.resolve("proceso");
  }

  Path salida() {
    return root.resolve("salida");
  }

  Path porId() {
    return salida().resolve("por-id");
  }

  Path procesados() {
    return root.resolve("procesados");
  }

  Path rechazados() {
    return root.resolve("rechazados");
  }

  /** The folder of a day below another, made if absent. */
  static Path ofDay(Path below, LocalDate day) throws IOException {
    return within(ofMonth(below, day), String.format(Locale.ROOT, "%02d", day.getDayOfMonth()));
  }

  /** The folder of a month below another, made if absent. */
  static Path ofMonth(Path below, LocalDate day) throws IOException {
    Path year = within(below, String.format(Locale.ROOT, "%04d", day.getYear()));
    return within(year, String.format(Locale.ROOT, "%02d", day.getMonthValue()));
  }

  /** A folder in another, made if absent; a link in its place is refused. */
  static Path within(Path folder, String name) throws IOException {
    Path inner = folder.resolve(name);
    if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(inner);
    }
    return inner;
  }

  private List<Path> all() {
    return List.of(entrada(), proceso(), salida(), porId(), procesados(), rechazados());
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new MailboxException(
          Fault.of(MailboxFault.NOT_ONE_PLACE, "", "", folder.toString()), e);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  private static void tryOut(Path folder) {
    try {
      Path probe = folder.resolve(PROBE);
      Files.deleteIfExists(probe);
      Disk.REAL.create(probe, new byte[] {1});
      Files.delete(probe);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  private static void tryMove(Path from, Path to) {
    try {
      Path probe = Files.write(from.resolve(PROBE), new byte[] {1});
      Files.move(probe, to.resolve(PROBE), StandardCopyOption.ATOMIC_MOVE);
      Files.delete(to.resolve(PROBE));
    } catch (AtomicMoveNotSupportedException e) {
      throw new MailboxException(Fault.of(MailboxFault.NOT_ONE_PLACE, "", "", to.toString()), e);
    } catch (IOException e) {
      throw notWritable(to, e);
    }
  }

  private static boolean foldsCase(Path root) {
    try {
      Path probe = Files.write(root.resolve(PROBE), new byte[] {1});
      boolean folds = Files.exists(root.resolve(PROBE.toUpperCase(Locale.ROOT)));
      Files.delete(probe);
      return folds;
    } catch (IOException e) {
      throw notWritable(root, e);
    }
  }

  static MailboxException notWritable(Path folder, IOException e) {
    return new MailboxException(
        Fault.of(MailboxFault.NOT_WRITABLE, "", "", folder.toString(), RetryQueue.reason(e)), e);
  }
}
