package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;

/** Whether the content of a file shows that it is complete. */
enum Ending {
  /** Nothing can follow. */
  FINAL,
  /** An end, though more could follow. */
  LIKELY,
  /** No end. */
  NONE;

  private static final int TAIL = 256;

  /**
   * Looks at a file of known size. A file whose last characters are not those of an end is not read
   * further, so that a long one that is being written can be looked at often.
   *
   * @param isComplete judges a whole content by its file name
   * @param isThorough whether to look for an end that the last characters do not show
   */
  static Ending of(Sighting file, BiPredicate<byte[], String> isComplete, boolean isThorough)
      throws IOException {
    String ending = file.ending().toLowerCase(Locale.ROOT);
    try (SeekableByteChannel channel = open(file.path())) {
      boolean showsEnd = showsEnd(tail(channel, file.size()), ending);
      if (!showsEnd && !isThorough) {
        return NONE;
      }
      byte[] content = read(channel, 0, (int) file.size());
      if (content.length < file.size() || hasHoles(content)) {
        return NONE;
      }
      if (showsEnd && ending.equals(".txt")) {
        return FINAL;
      }
      if (!isComplete.test(content, file.name())) {
        return NONE;
      }
      return showsEnd ? FINAL : LIKELY;
    }
  }

  /** Opens a file for reading; a link is not followed. */
  static SeekableByteChannel open(Path file) throws IOException {
    return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  /** So many bytes from a position, or those that are there. */
  static byte[] read(SeekableByteChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(from);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // reads on
    }
    return bytes.position() == length
        ? bytes.array()
        : Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static String tail(SeekableByteChannel channel, long size) throws IOException {
    int length = (int) Math.min(size, TAIL);
    String text = new String(read(channel, size - length, length), ISO_8859_1);
    return text.replaceAll("[\\x1a\\f\\s]+$", "");
  }

  private static boolean showsEnd(String tail, String ending) {
    return switch (ending) {
      case ".txt" -> tail.substring(lastLine(tail)).strip().equalsIgnoreCase("[Fin]");
      case ".json" -> tail.endsWith("}") || tail.endsWith("]");
      default -> tail.endsWith(">");
    };
  }

  private static int lastLine(String text) {
    return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  }

  private static boolean hasHoles(byte[] content) {
    for (byte b : content) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
