package uy.pfacturas.cloud.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach the synchronizer that runs on a data folder; only its user can read it.
 *
 * @param port on loopback
 * @param token secret that each request bears
 * @param pid its process
 */
record ControlFile(int port, String token, long pid) {
  private static final String NAME = "control.txt";
  private static final Pattern TEXT =
      Pattern.compile("puerto=([0-9]{1,5})\ntoken=([0-9a-f]{64})\npid=([0-9]{1,18})\n");

  /** What the folder says; empty if it says nothing that can be understood. */
  static Optional<ControlFile> find(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Matcher matcher = TEXT.matcher(Files.readString(file));
    return matcher.matches()
        ? Optional.of(
            new ControlFile(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  /** Writes it aside, for this user only from its first byte on, and renames it. */
  void write(Path folder) throws IOException {
    Path aside = folder.resolve("." + NAME + ".tmp");
    Files.deleteIfExists(aside);
    boolean isPosix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    FileAttribute<?>[] onlyUs =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyUs)) {
      if (!isPosix) {
        restrict(aside);
      }
      channel.write(
          ByteBuffer.wrap(
              ("puerto=" + port + "\ntoken=" + token + "\npid=" + pid + "\n").getBytes(UTF_8)));
    }
    Files.move(aside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes it if it is still this one. */
  void remove(Path folder) throws IOException {
    if (find(folder).filter(this::equals).isPresent()) {
      Files.deleteIfExists(folder.resolve(NAME));
    }
  }

  /** Windows: its owner alone. */
  private static void restrict(Path file) throws IOException {
    AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (view != null) {
      view.setAcl(
          List.of(
              AclEntry.newBuilder()
                  .setType(AclEntryType.ALLOW)
                  .setPrincipal(view.getOwner())
                  .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                  .build()));
    }
  }

  /** The token never shows. */
  @Override
  public String toString() {
    return "port " + port + " of pid " + pid;
  }
}
