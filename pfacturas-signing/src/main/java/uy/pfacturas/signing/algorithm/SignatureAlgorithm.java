package uy.pfacturas.signing.algorithm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the digest and the signature are made: always RSA with the same hash for both.
 *
 * <p>DGI's technical document of 2012 names SHA-1; documents in the wild bear both, so SHA-256 is
 * the default of the program and SHA-1 a setting.
 *
 * @see "DGI, Documento técnico CFE v1.1, 10.3"
 */
public enum SignatureAlgorithm {
  /** RSA with SHA-256; the digest has 44 characters of base64. */
  RSA_SHA256(
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      "http://www.w3.org/2001/04/xmlenc#sha256",
      "SHA256withRSA",
      "SHA-256"),

  /** RSA with SHA-1; the digest has 28 characters of base64. */
  RSA_SHA1(
      "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
      "http://www.w3.org/2000/09/xmldsig#sha1",
      "SHA1withRSA",
      "SHA-1");

  private final String signatureUri;
  private final String digestUri;
  private final String jcaSignature;
  private final String jcaDigest;

  SignatureAlgorithm(String signatureUri, String digestUri, String jcaSignature, String jcaDigest) {
    this.signatureUri = signatureUri;
    this.digestUri = digestUri;
    this.jcaSignature = jcaSignature;
    this.jcaDigest = jcaDigest;
  }

  /** The algorithm with this {@code SignatureMethod}; empty when we know none. */
  public static Optional<SignatureAlgorithm> find(String signatureUri) {
    return Arrays.stream(values()).filter(a -> a.signatureUri.equals(signatureUri)).findFirst();
  }

  /** The hash, as in {@code SHA-256}. */
  public String hash() {
    return jcaDigest;
  }

  /** URI of {@code SignatureMethod}. */
  public String signatureUri() {
    return signatureUri;
  }

  /** URI of {@code DigestMethod}. */
  public String digestUri() {
    return digestUri;
  }

  /**
   * The digest of bytes.
   *
   * @throws SignatureFailedException when the machine has no such digest
   */
  public byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance(jcaDigest).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new SignatureFailedException(jcaDigest, e);
    }
  }

  /** Signs by the first installed provider that takes the key: the JDK's, or the token's. */
  public byte[] sign(PrivateKey key, byte[] bytes) {
    return sign(() -> Signature.getInstance(jcaSignature), key, bytes);
  }

  /**
   * Signs by one provider, of which the key is.
   *
   * @throws SignatureFailedException when it does not
   */
  public byte[] sign(PrivateKey key, byte[] bytes, Provider provider) {
    return sign(() -> Signature.getInstance(jcaSignature, provider), key, bytes);
  }

  private byte[] sign(Maker maker, PrivateKey key, byte[] bytes) {
    try {
      Signature signature = maker.make();
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException | ProviderException e) {
      // A token that was pulled out is the latter.
      throw new SignatureFailedException(jcaSignature, e);
    }
  }

  /** Whether a value is the signature of these bytes by the owner of a key. */
  public boolean isSignature(byte[] value, byte[] bytes, PublicKey key) {
    return isSignature(() -> Signature.getInstance(jcaSignature), value, bytes, key);
  }

  /** The same by one provider, of which the key is. */
  public boolean isSignature(byte[] value, byte[] bytes, PublicKey key, Provider provider) {
    return isSignature(() -> Signature.getInstance(jcaSignature, provider), value, bytes, key);
  }

  private boolean isSignature(Maker maker, byte[] value, byte[] bytes, PublicKey key) {
    try {
      Signature signature = maker.make();
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(value);
    } catch (SignatureException e) {
      // The value has not even the length of a signature by this key.
      return false;
    } catch (GeneralSecurityException e) {
      throw new SignatureFailedException(jcaSignature, e);
    }
  }

  @FunctionalInterface
  private interface Maker {
    Signature make() throws NoSuchAlgorithmException;
  }
}
