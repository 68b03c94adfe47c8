package uy.pfacturas.cloud.exchange;

import java.time.Instant;
import java.util.Optional;

/** Signs with the company's own key, on this machine. Thread-safe. */
public interface Firmante {
  /**
   * A signed document.
   *
   * @param xml its exact bytes as text, in UTF-8
   * @param hash base64 of the digest of its signature
   */
  record Firma(String xml, String hash) {}

  /**
   * Why nothing may be signed at this moment, such as a certificate that has expired, with what to
   * do; empty where it may.
   */
  Optional<String> obstacle(Instant at);

  /**
   * One that never signs.
   *
   * @param why for a person, with what to do
   */
  static Firmante unable(String why) {
    return new Unable(why);
  }

  /** Never signs. */
  record Unable(String why) implements Firmante {
    @Override
    public Optional<String> obstacle(Instant at) {
      return Optional.of(why);
    }

    @Override
    public Firma sign(byte[] xml) {
      throw new IllegalStateException("obstacle was not asked for: " + why);
    }
  }

  /**
   * Signs a document.
   *
   * @param xml complete but for its signature, UTF-8
   * @throws uy.pfacturas.signing.failure.SigningException if the key does not sign now
   */
  Firma sign(byte[] xml);
}
