package uy.pfacturas.signing.demo;

import java.security.cert.X509Certificate;
import java.time.Clock;
import uy.pfacturas.signing.SigningKey;

/**
 * A throw-away certification authority. Its subject and all that it issues bear the word DEMO.
 *
 * <p>To keep one: {@code authority.key().writePkcs12(...)}, and {@link #of} on the next start.
 */
public final class DemoAuthority {
  private final SigningKey key;

  private DemoAuthority(SigningKey key) {
    this.key = key;
  }

  /** Makes a new authority (RSA 2048), in force for ten years from now. Takes up to a second. */
  public static DemoAuthority create(Clock clock) {
    throw new UnsupportedOperationException(clock.toString());
  }

  /** The authority of a key that {@link #create} made once. */
  public static DemoAuthority of(SigningKey key) {
    return new DemoAuthority(key);
  }

  /**
   * Issues a company's certificate with a new key (RSA 2048), in force for two years, as the
   * accredited authorities do: serialNumber of the subject is {@code RUC} and the number.
   *
   * @param ruc 12 digits
   * @param name of the company
   * @throws IllegalArgumentException when the RUC is not 12 digits
   */
  public SigningKey issue(String ruc, String name, Clock clock) {
    throw new UnsupportedOperationException(ruc + name + clock);
  }

  /** The authority's own key, to be kept. */
  public SigningKey key() {
    return key;
  }

  /** The authority's certificate, to be trusted in the demo. */
  public X509Certificate certificate() {
    return key.certificate();
  }
}
