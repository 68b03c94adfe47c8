package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder {@code salida/}: written aside, renamed, and put away after a while. */
final class StatusFiles {
  private static final Logger LOG = LoggerFactory.getLogger(StatusFiles.class);
  private static final Duration ASIDE_IS_DEAD = Duration.ofDays(1);
  private static final Pattern STATUS = Pattern.compile(".*\\.estado\\.(txt|json)");
  private static final Pattern WRITTEN_ASIDE = Pattern.compile("\\.[0-9a-f]+-[0-9]+\\.tmp");

  private final Folders folders;
  private final StatusText text;
  private final RetryQueue queue;
  private final Disk disk;
  private final Clock clock;
  private final String run;
  private final AtomicLong aside = new AtomicLong();

  /**
   * @param run tells files that this run writes aside from those that an earlier one left
   */
  StatusFiles(
      Folders folders, StatusText text, RetryQueue queue, Disk disk, Clock clock, String run) {
    this.folders = folders;
    this.text = text;
    this.queue = queue;
    this.disk = disk;
    this.clock = clock;
    this.run = run;
  }

  /** Writes a status under a base name and, where it bears an id, under that. */
  void write(StatusFile status, String baseName) {
    byte[] txt = text.text(status);
    byte[] json = text.json(status);
    write(folders.salida(), baseName, txt, json);
    status
        .id()
        .map(id -> SafeName.ofId(id, folders.foldsCase()))
        .ifPresent(name -> write(folders.porId(), name, txt, json));
  }

  /** Writes a file about the installation. */
  void writeNotice(String name, Map<String, Optional<?>> values) {
    write(folders.salida().resolve(name + ".txt"), text.text(values));
    write(folders.salida().resolve(name + ".json"), text.json(values));
  }

  /** The last status of an id, as it was written in JSON; empty if none was, or it is kept away. */
  Optional<String> findById(String id) throws IOException {
    Path file = folders.porId().resolve(SafeName.ofId(id, folders.foldsCase()) + ".estado.json");
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void write(Path folder, String name, byte[] txt, byte[] json) {
    write(folder.resolve(name + ".estado.txt"), txt);
    write(folder.resolve(name + ".estado.json"), json);
  }

  /** Writes a file by renaming it over an earlier one, now or when nobody holds that. */
  void write(Path file, byte[] content) {
    queue.submit(file.toString(), () -> replace(file, content));
  }

  /** Writes a file by renaming it over an earlier one. */
  void replace(Path file, byte[] content) throws IOException {
    Path other = file.resolveSibling("." + run + "-" + aside.incrementAndGet() + ".tmp");
    try {
      disk.create(other, content);
      disk.replace(other, file);
    } catch (IOException e) {
      Files.deleteIfExists(other);
      throw e;
    }
  }

  /** Moves what is older to {@code salida/AAAA/MM/}, and removes what a crash left half written. */
  void tidy(Duration keep) {
    Instant now = clock.instant();
    tidy(folders.salida(), now, keep);
    tidy(folders.porId(), now, keep);
  }

  private void tidy(Path folder, Instant now, Duration keep) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.{txt,json,tmp}")) {
      for (Path path : entries) {
        String name = String.valueOf(path.getFileName());
        if (STATUS.matcher(name).matches()) {
          queue.tryOnce(path.toString(), () -> putAway(path, now.minus(keep)));
        } else if (WRITTEN_ASIDE.matcher(name).matches()) {
          queue.tryOnce(path.toString(), () -> remove(path, now.minus(ASIDE_IS_DEAD)));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("status files not put away, again tomorrow: {}", e.toString());
    }
  }

  private void putAway(Path path, Instant limit) throws IOException {
    Instant written = written(path);
    if (written.isBefore(limit)) {
      disk.replace(path, month(path, written).resolve(path.getFileName()));
    }
  }

  private static void remove(Path path, Instant limit) throws IOException {
    if (written(path).isBefore(limit)) {
      Files.delete(path);
    }
  }

  private Path month(Path file, Instant written) throws IOException {
    Path month = Folders.ofMonth(folders.salida(), LocalDate.ofInstant(written, clock.getZone()));
    return file.startsWith(folders.porId()) ? Folders.within(month, "por-id") : month;
  }

  private static Instant written(Path path) throws IOException {
    return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
  }
}
