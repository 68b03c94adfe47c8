package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The shop's own system: writes files into the mailbox, and reads the answers. */
final class Till {
  private static final String STATUS = ".estado.json";

  private final Path mailbox;

  Till(Path mailbox) {
    this.mailbox = mailbox;
  }

  Path entrada() {
    return mailbox.resolve("entrada");
  }

  /** Writes a file aside and renames it in, as a careful system does. */
  void put(String name, String content) {
    put(name, content.getBytes(UTF_8));
  }

  void put(String name, byte[] content) {
    try {
      Path aside = Files.write(entrada().resolve(".aside.tmp"), content);
      Files.move(aside, entrada().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file in its place, as most do. */
  void write(String name, String content) {
    try {
      Files.writeString(entrada().resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the program look at the mailbox now, by what is no file for it. */
  void nudge() {
    try {
      Path nothing = Files.createFile(entrada().resolve(".nada.tmp"));
      Files.delete(nothing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a file in the mailbox its name. */
  void rename(String aside, String name) {
    try {
      Files.move(entrada().resolve(aside), entrada().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the status file of this base name says; empty while there is none. */
  Optional<Told> find(String base) {
    return read(mailbox.resolve("salida").resolve(base + STATUS));
  }

  /** What the status file of this id says; empty while there is none. */
  Optional<Told> findById(String id) {
    return read(mailbox.resolve("salida").resolve("por-id").resolve(id + STATUS));
  }

  private static Optional<Told> read(Path file) {
    try {
      return Optional.of(Told.of(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all status files say. */
  List<Told> told() {
    return files("salida").stream()
        .filter(file -> file.toString().endsWith(STATUS))
        .flatMap(file -> read(file).stream())
        .toList();
  }

  /** The text of a file in the mailbox. */
  String text(String file) {
    try {
      return Files.readString(mailbox.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the status file of this base name says this state. */
  Told await(String base, String estado) {
    return await(base, told -> told.estado().equals(estado));
  }

  Told await(String base, Predicate<Told> wanted) {
    return Deadline.await(
        () -> find(base).filter(wanted), () -> base + " is told " + find(base).orElse(null));
  }

  /** Folders of the mailbox in which a file with this content lies, of those the ERP writes. */
  List<String> where(byte[] content) {
    List<String> places = new ArrayList<>();
    for (String place : List.of("entrada", "proceso", "procesados", "rechazados")) {
      for (Path file : files(place)) {
        if (isSame(file, content)) {
          places.add(place);
        }
      }
    }
    return places;
  }

  private static boolean isSame(Path file, byte[] content) {
    try {
      return Files.size(file) == content.length
          && java.util.Arrays.equals(Files.readAllBytes(file), content);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a file with this content lies here and nowhere else. */
  void awaitIn(String place, byte[] content) {
    var unused =
        Deadline.await(
            () -> Optional.of(where(content)).filter(List.of(place)::equals),
            () -> "file lies in " + where(content));
  }

  /** The files in a folder of the mailbox, at any depth; they may come and go meanwhile. */
  List<Path> files(String folder) {
    return files(mailbox.resolve(folder)).sorted().toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList().stream()
          .flatMap(entry -> Files.isDirectory(entry) ? files(entry) : Stream.of(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
