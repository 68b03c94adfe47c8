package uy.pfacturas.signing.key;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.algorithm.SignatureFailedException;
import uy.pfacturas.signing.certificate.Subject;
import uy.pfacturas.signing.certificate.Validity;
import uy.pfacturas.signing.provider.Cryptography;

/**
 * A private RSA key with its certificate. The key itself never leaves this package, and is never
 * shown. Whether the certificate is in force is a state that the caller asks for, or demands.
 */
public final class SigningKey {
  /** DGI's own samples are of 1024 bits; what is shorter is no signature any more. */
  public static final int MIN_BITS = 1024;

  private final PrivateKey privateKey;
  private final List<X509Certificate> chain;
  private final Optional<Provider> home;

  private SigningKey(PrivateKey privateKey, List<X509Certificate> chain, Optional<Provider> home) {
    this.privateKey = privateKey;
    this.chain = List.copyOf(chain);
    this.home = home;
  }

  /**
   * A key of this machine with its certificate.
   *
   * @throws UnsuitableKeyException when it is not RSA, or the certificate is another key's
   * @throws KeyTooShortException when it has less than {@link #MIN_BITS} bits
   */
  public static SigningKey of(PrivateKey privateKey, X509Certificate certificate) {
    return of(privateKey, List.of(certificate));
  }

  /**
   * A key of this machine with its certificate, first, and those of the authorities above it.
   *
   * @throws UnsuitableKeyException when it is not RSA, or the certificate is another key's
   * @throws KeyTooShortException when it has less than {@link #MIN_BITS} bits
   */
  public static SigningKey of(PrivateKey privateKey, List<X509Certificate> chain) {
    return checked(privateKey, chain, Optional.empty());
  }

  /**
   * A key that stays where it is: in a token, in the store of Windows. Its provider signs.
   *
   * @throws UnsuitableKeyException when it is not RSA, or the certificate is another key's
   * @throws KeyTooShortException when it has less than {@link #MIN_BITS} bits
   */
  public static SigningKey staying(
      PrivateKey privateKey, List<X509Certificate> chain, Provider home) {
    return checked(privateKey, chain, Optional.of(home));
  }

  private static SigningKey checked(
      PrivateKey privateKey, List<X509Certificate> chain, Optional<Provider> home) {
    X509Certificate certificate = chain.get(0);
    if (!(certificate.getPublicKey() instanceof RSAPublicKey rsa)) {
      throw new UnsuitableKeyException(certificate.getPublicKey().getAlgorithm());
    }
    if (rsa.getModulus().bitLength() < MIN_BITS) {
      throw new KeyTooShortException(rsa.getModulus().bitLength());
    }
    // A key in a token may show nothing of itself; then the first verification tells.
    if (privateKey instanceof RSAKey own && !own.getModulus().equals(rsa.getModulus())) {
      throw new UnsuitableKeyException(Subject.of(certificate).distinguishedName());
    }
    return new SigningKey(privateKey, chain, home);
  }

  /**
   * Reads a PKCS#12 file (.p12, .pfx), also those with the old RC2 and 3DES encryptions. Of several
   * keys the one whose certificate lasts longest is taken: a renewed one beside the old.
   *
   * @throws KeyFileMissingException when it does not exist or may not be read
   * @throws KeyFileDamagedException when it is not PKCS#12
   * @throws WrongPasswordException when the password is not its
   * @throws NoSigningKeyException when it holds no key with a certificate
   * @throws UnsuitableKeyException when the key is not what DGI takes
   */
  public static SigningKey readPkcs12(Path file, KeyPassword password) {
    return StoredKey.lastingLongest(new Pkcs12File(file).read(password)).key();
  }

  /**
   * Writes the key as a PKCS#12 file that only its owner can read. Replaces an old file in one
   * step.
   *
   * @throws KeyFileWriteException when it cannot be written, or the key does not leave its token
   */
  public void writePkcs12(Path file, KeyPassword password) {
    new Pkcs12File(file).write(this, password);
  }

  /** The certificate. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** The certificate, and those of the authorities above it as far as the store has them. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** Length of the key, such as 2048. */
  public int bits() {
    return ((RSAPublicKey) certificate().getPublicKey()).getModulus().bitLength();
  }

  /** The RUC in the subject of the certificate, 12 digits; empty when there is none. */
  public Optional<String> ruc() {
    return Subject.of(certificate()).ruc();
  }

  /** From when to when the certificate is in force. */
  public Validity validity() {
    return Validity.of(certificate());
  }

  /** From when on the certificate is in force. */
  public Instant notBefore() {
    return validity().notBefore();
  }

  /** Until when the certificate is in force. */
  public Instant notAfter() {
    return validity().notAfter();
  }

  /**
   * This key, when its certificate is in force.
   *
   * @throws CertificateNotInForceException when it is not yet, or no longer
   */
  public SigningKey inForce(Instant moment) {
    if (!validity().contains(moment)) {
      throw new CertificateNotInForceException(validity(), moment);
    }
    return this;
  }

  /**
   * This key, when its certificate is of a company.
   *
   * @param ruc 12 digits
   * @throws OtherRucException when it is another's, or nobody's
   */
  public SigningKey ownedBy(String ruc) {
    if (!ruc().equals(Optional.of(ruc))) {
      throw new OtherRucException(ruc().orElse(""), ruc);
    }
    return this;
  }

  /**
   * The same key, signing by this cryptography; as it is where that does not take it, such as a key
   * in a token. Its signatures are the same bytes.
   */
  public SigningKey by(Cryptography cryptography) {
    return home.isPresent()
        ? this
        : cryptography
            .own(privateKey)
            .map(own -> new SigningKey(own, chain, cryptography.provider()))
            .orElse(this);
  }

  /**
   * Signs bytes with the key, whatever they are.
   *
   * @throws SignatureFailedException when the machine's cryptography fails, or the token was pulled
   *     out
   */
  public byte[] sign(byte[] bytes, SignatureAlgorithm algorithm) {
    return home.map(provider -> algorithm.sign(privateKey, bytes, provider))
        .orElseGet(() -> algorithm.sign(privateKey, bytes));
  }

  PrivateKey privateKey() {
    return privateKey;
  }

  @Override
  public String toString() {
    return "SigningKey[" + Subject.of(certificate()).distinguishedName() + "]";
  }
}
