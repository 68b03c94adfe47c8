package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names of files made from names that we did not choose. An ordinary name is its own; another is
 * written with {@code %XX} and told apart by a digest, so that two names never become one, no name
 * leaves its folder, and every file system can hold it.
 */
final class SafeName {
  /** Longest result in bytes of UTF-8: room for {@code .estado.json} within 255. */
  static final int MAX_BYTES = 243;

  private static final int DIGEST_BYTES = 8;
  private static final Pattern HARMLESS =
      Pattern.compile("(?!\\.)[^\\x00-\\x1f\\x7f\\\\/:*?\"<>|\ufffd]+");
  private static final Pattern DEVICE =
      Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern OURS = Pattern.compile(".*~[0-9a-f]{" + 2 * DIGEST_BYTES + "}");
  private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7e]*");
  private static final Pattern LOWER = Pattern.compile(".*[a-z].*");

  private SafeName() {}

  /**
   * For an id.
   *
   * @param foldsCase whether the file system takes {@code a} and {@code A} for the same
   */
  static String ofId(String id, boolean foldsCase) {
    boolean isPlain =
        isHarmless(id)
            && ASCII.matcher(id).matches()
            && !(foldsCase && LOWER.matcher(id).matches());
    return isPlain ? id : altered(id);
  }

  /**
   * For the name of a file, or the part of it before its ending.
   *
   * @param file where it lies; its bytes tell apart what the text of an undecodable name does not
   */
  static String ofFile(String name, Path file) {
    if (name.indexOf('\ufffd') >= 0) {
      String raw = file.toUri().getRawPath();
      return altered(raw.substring(raw.lastIndexOf('/') + 1));
    }
    return isHarmless(name) && isNameable(name) ? name : altered(name);
  }

  /** Whether a text can be a name as it is. */
  static boolean isHarmless(String name) {
    return fits(name)
        && HARMLESS.matcher(name).matches()
        && !DEVICE.matcher(name).matches()
        && !OURS.matcher(name).matches();
  }

  /** Whether a text was made here, or could have been taken as it is. */
  static boolean isSafe(String name) {
    return fits(name) && HARMLESS.matcher(name).matches() && !DEVICE.matcher(name).matches();
  }

  /** As much of a text as fits into so many bytes of UTF-8. */
  static String cut(String text, int bytes) {
    int end = 0;
    for (int used = 0; end < text.length(); ) {
      int point = text.codePointAt(end);
      used += Character.toString(point).getBytes(UTF_8).length;
      if (used > bytes) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  /** Whether the file system can be asked for a file by this text. */
  private static boolean isNameable(String name) {
    try {
      return !Path.of(name).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean fits(String name) {
    return name.getBytes(UTF_8).length <= MAX_BYTES;
  }

  private static String altered(String name) {
    StringBuilder text = new StringBuilder();
    int room = MAX_BYTES - 1 - 2 * DIGEST_BYTES;
    for (byte b : name.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
      String piece =
          isPlain ? Character.toString(c) : "%" + HexFormat.of().withUpperCase().toHexDigits(b);
      if (text.length() + piece.length() > room) {
        break;
      }
      text.append(piece);
    }
    return text.append('~').append(digest(name)).toString();
  }

  private static String digest(String name) {
    try {
      ByteBuffer chars = ByteBuffer.allocate(2 * name.length());
      chars.asCharBuffer().put(name);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(chars.array());
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
