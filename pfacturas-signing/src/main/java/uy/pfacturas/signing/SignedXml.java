package uy.pfacturas.signing;

import java.util.Arrays;

/**
 * A signed document: its exact bytes and the digest of its signature.
 *
 * <p>The bytes are the document: whoever stores or sends them keeps them as they are.
 */
public final class SignedXml {
  private final byte[] bytes;
  private final String digest;

  SignedXml(byte[] bytes, String digest) {
    this.bytes = bytes;
    this.digest = digest;
  }

  /** The bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The {@code DigestValue} in base64: 44 characters with SHA-256, 28 with SHA-1. DGI calls it
   * <em>hash</em>: it goes into the QR, and its first 6 characters are the security code.
   *
   * @see "DGI, Documento técnico CFE v1.1, anexos B y E"
   */
  public String digest() {
    return digest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedXml that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SignedXml[" + bytes.length + " bytes, " + digest + "]";
  }
}
