package uy.pfacturas.cloud.client;

/** The key of the cloud's API. Never shown: its text is masked. */
public final class ApiKey {
  private final String secret;

  /**
   * @throws IllegalArgumentException if it is blank or has a character that no header may bear
   */
  public ApiKey(String secret) {
    if (secret.isBlank() || !secret.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("secret is not a key of visible ASCII characters");
    }
    this.secret = secret;
  }

  /** The value of the header {@code Authorization}. */
  String header() {
    return "Bearer " + secret;
  }

  @Override
  public String toString() {
    return "ApiKey[***]";
  }
}
