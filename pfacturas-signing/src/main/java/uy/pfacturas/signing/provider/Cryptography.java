package uy.pfacturas.signing.provider;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.algorithm.SignatureFailedException;

/**
 * Who makes the RSA: the JDK, or one native provider, used as an object and not installed for the
 * whole program. Signatures are the same bytes and verdicts the same, whoever it is. Safe for any
 * number of threads.
 *
 * <p>Digests stay with the JDK, which makes them as fast.
 */
public final class Cryptography {
  private static final int MAX_KEPT = 256;

  private final Optional<Provider> provider;
  // To a native provider a key of others is work at each use.
  private final Map<PublicKey, Optional<PublicKey>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PublicKey, Optional<PublicKey>> eldest) {
          return size() > MAX_KEPT;
        }
      };

  private Cryptography(Optional<Provider> provider) {
    this.provider = provider;
  }

  /** The JDK's own. */
  public static Cryptography jdk() {
    return new Cryptography(Optional.empty());
  }

  /** By one provider. */
  public static Cryptography of(Provider provider) {
    return new Cryptography(Optional.of(provider));
  }

  /** The provider; empty for the JDK's. */
  public Optional<Provider> provider() {
    return provider;
  }

  /** How it is called in a log, with its version. */
  public String name() {
    return provider.map(p -> p.getName() + " " + p.getVersionStr()).orElse("JDK");
  }

  /**
   * A private key as an object of the provider's, made once; empty when there is none, when the key
   * does not leave its token, or the provider does not take it: then it signs as it did before.
   */
  public Optional<PrivateKey> own(PrivateKey key) {
    byte[] encoded = "PKCS#8".equals(key.getFormat()) ? key.getEncoded() : null;
    if (encoded == null) {
      return Optional.empty();
    }
    try {
      return translated(f -> f.generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /**
   * Whether a value is the signature of these bytes by the owner of a key.
   *
   * @throws SignatureFailedException when the machine has not the algorithm
   */
  public boolean isSignature(
      SignatureAlgorithm algorithm, byte[] value, byte[] bytes, PublicKey key) {
    // A no is the JDK's to say: providers differ in what they do with a value that is none.
    return isByProvider(algorithm, value, bytes, key) || algorithm.isSignature(value, bytes, key);
  }

  private boolean isByProvider(
      SignatureAlgorithm algorithm, byte[] value, byte[] bytes, PublicKey key) {
    if (provider.isEmpty()) {
      return false;
    }
    Optional<PublicKey> own;
    synchronized (kept) {
      own = kept.computeIfAbsent(key, this::translated);
    }
    try {
      return own.isPresent() && algorithm.isSignature(value, bytes, own.get(), provider.get());
    } catch (RuntimeException e) {
      return false;
    }
  }

  private Optional<PublicKey> translated(PublicKey key) {
    return translated(f -> f.generatePublic(new X509EncodedKeySpec(key.getEncoded())));
  }

  @FunctionalInterface
  private interface Translation<T> {
    T by(KeyFactory factory) throws GeneralSecurityException;
  }

  private <T> Optional<T> translated(Translation<T> translation) {
    if (provider.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(translation.by(KeyFactory.getInstance("RSA", provider.get())));
    } catch (GeneralSecurityException | RuntimeException e) {
      // A key that it does not take, such as one with a long exponent: the JDK takes it.
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Cryptography[" + name() + "]";
  }
}
