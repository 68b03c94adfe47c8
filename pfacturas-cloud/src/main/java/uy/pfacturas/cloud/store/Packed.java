package uy.pfacturas.cloud.store;

/** A value as the store keeps it, made by the thread that has it and not by the committer. */
public final class Packed {
  private final byte[] bytes;

  private Packed(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Packs a value.
   *
   * @throws IllegalArgumentException if it has no JSON
   */
  public static Packed of(Object value) {
    return new Packed(Stored.pack(value));
  }

  byte[] bytes() {
    return bytes;
  }
}
