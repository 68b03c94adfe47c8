package uy.pfacturas.signing.key;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The password of a key file, or the PIN of a token. Never shown: {@link #toString()} is masked.
 */
public final class KeyPassword {
  private final char[] text;

  private KeyPassword(char[] text) {
    this.text = text.clone();
  }

  /**
   * A password from its characters, which are copied; the caller may wipe its own. Empty is
   * allowed: some key files have an empty password.
   */
  public static KeyPassword of(char[] text) {
    return new KeyPassword(text);
  }

  /**
   * Reads the first line of a UTF-8 file, without its line end.
   *
   * @throws PasswordMissingException when the file does not exist or cannot be read
   * @throws OpenPermissionsException when others than its owner may read the file (on file systems
   *     with POSIX permissions; elsewhere nothing is checked)
   */
  public static KeyPassword read(Path file) {
    String text;
    try {
      OwnerOnly.check(file);
      text = Files.readString(file);
    } catch (IOException e) {
      throw new PasswordMissingException(file.toString());
    }
    return new KeyPassword(text.lines().findFirst().orElse("").toCharArray());
  }

  /**
   * The password in an environment variable.
   *
   * @throws PasswordMissingException when the variable is not set
   */
  public static KeyPassword fromEnvironment(String name) {
    return fromEnvironment(name, System.getenv());
  }

  static KeyPassword fromEnvironment(String name, Map<String, String> environment) {
    String value = environment.get(name);
    if (value == null) {
      throw new PasswordMissingException(name);
    }
    return new KeyPassword(value.toCharArray());
  }

  /** The characters, a copy, for the library that opens the store; never to be shown. */
  public char[] text() {
    return text.clone();
  }

  boolean isAscii() {
    return CharBuffer.wrap(text).chars().allMatch(c -> c < 0x80);
  }

  @Override
  public String toString() {
    return "KeyPassword[***]";
  }
}
