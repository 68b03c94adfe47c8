package uy.pfacturas.nube.company;

/**
 * A key with which a station speaks for one company, {@code pf_<name>_<secret>}. Shown once, when
 * it is made; the cloud keeps only a hash of the secret.
 */
public final class ApiKey {
  private final String text;

  ApiKey(String text) {
    this.text = text;
  }

  /** A key that was made before; whether it is one, the cloud says. */
  public static ApiKey of(String text) {
    return new ApiKey(text);
  }

  /** The key itself, for the configuration of the station. Not to be logged. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "ApiKey[***]";
  }
}
