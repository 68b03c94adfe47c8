package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts the ERP's files away, under names that nothing else has. */
final class Filing {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmssSSS", Locale.ROOT);

  /** Room for a time, a counter and an ending within 255 bytes. */
  private static final int STEM_BYTES = 200;

  private final Folders folders;
  private final InWork inWork;
  private final StatusFiles statusFiles;
  private final Disk disk;
  private final Clock clock;
  private final Charset charset;

  Filing(
      Folders folders,
      InWork inWork,
      StatusFiles statusFiles,
      Disk disk,
      Clock clock,
      MailboxConfig config) {
    this.folders = folders;
    this.inWork = inWork;
    this.statusFiles = statusFiles;
    this.disk = disk;
    this.clock = clock;
    this.charset = config.syntax().charset().orElse(UTF_8);
  }

  /** Moves a file to the folder of today. */
  void processed(Claim claim) throws IOException {
    if (isHere(claim)) {
      Path day = Folders.ofDay(folders.procesados(), LocalDate.now(clock));
      disk.move(claim.file(), free(day, claim));
      inWork.released(claim);
    }
  }

  /** Moves a file to {@code rechazados/}, its explanation first. */
  void rejected(Claim claim, String text) throws IOException {
    if (isHere(claim)) {
      Path target = free(folders.rechazados(), claim);
      String name = String.valueOf(target.getFileName());
      String stem = name.substring(0, name.length() - ending(name).length());
      byte[] explanation = text.replaceAll("\\R", "\r\n").getBytes(charset);
      statusFiles.replace(
          folders.rechazados().resolve(SafeName.ofFile(stem, target) + ".error.txt"), explanation);
      disk.move(claim.file(), target);
      inWork.released(claim);
    }
  }

  /** False if it was put away before; what somebody took away is released. */
  private boolean isHere(Claim claim) throws IOException {
    if (!inWork.has(claim)) {
      return false;
    }
    boolean exists = Files.exists(claim.file(), LinkOption.NOFOLLOW_LINKS);
    if (!exists) {
      inWork.released(claim);
    }
    return exists;
  }

  private Path free(Path folder, Claim claim) {
    Path free = folder.resolve(claim.file().getFileName());
    String stem =
        SafeName.cut(claim.baseName(), STEM_BYTES) + "~" + TIME.format(LocalDateTime.now(clock));
    for (int n = 1; Files.exists(free, LinkOption.NOFOLLOW_LINKS); n++) {
      free = folder.resolve(stem + (n == 1 ? "" : "-" + n) + ending(claim.fileName()));
    }
    return free;
  }

  private static String ending(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot);
  }
}
