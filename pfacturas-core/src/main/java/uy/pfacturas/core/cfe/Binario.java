package uy.pfacturas.core.cfe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Bytes inside a message, such as a certificate or a token: DGI's type BINARIO, base64 in XML.
 * Immutable; equal if the bytes are.
 */
public final class Binario {
  private final byte[] bytes;

  private Binario(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These bytes. */
  public static Binario of(byte[] bytes) {
    return new Binario(bytes.clone());
  }

  /** The bytes of a base64 text, whose blanks and line ends mean nothing; empty if it is none. */
  public static Optional<Binario> find(String base64) {
    String digits = base64.replaceAll("\\s", "");
    try {
      return digits.length() % 4 == 0
          ? Optional.of(new Binario(Base64.getDecoder().decode(digits)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Binario of(String base64) {
    return find(base64).orElseThrow(() -> new IllegalArgumentException("not base64"));
  }

  /** The bytes in base64, in one line, as XML and JSON have them. */
  @Override
  @JsonValue
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binario b && Arrays.equals(bytes, b.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
