package uy.pfacturas.signing.encryption;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.XmlParser;

/**
 * Encrypts elements so that only the holder of a certificate's key reads them: RSA 1.5 over a key
 * of 3DES that is fresh for each element. Safe for any number of threads; never the same twice.
 *
 * @see "DGI, Guía XMLEncryption Java &amp; .Net 1.0 (T-5.020.00.001-000010), 5"
 */
public final class XmlEncryptor {
  private static final int MAX_BYTES = 64 * 1024;
  private static final int MIN_BITS = 1024;

  private final XmlParser parser = new XmlParser(MAX_BYTES);
  private final SecureRandom random = new SecureRandom();
  private final PublicKey recipient;
  private final String keyName;

  /**
   * For the holder of a certificate. Its dates and who issued it are not looked at: whoever
   * configures it answers for it.
   *
   * @param keyName how the recipient calls the key, ASCII letters, digits and {@code _}; DGI calls
   *     its own {@code CERT_DGI_EFACTURA}
   * @throws UnsuitableRecipientException when its key is not RSA of 1024 bits or more
   */
  public XmlEncryptor(X509Certificate recipient, String keyName) {
    if (!keyName.matches("\\w+")) {
      throw new IllegalArgumentException("keyName is not a word: " + keyName);
    }
    if (!(recipient.getPublicKey() instanceof RSAPublicKey rsa)) {
      throw new UnsuitableRecipientException(recipient.getPublicKey().getAlgorithm());
    }
    if (rsa.getModulus().bitLength() < MIN_BITS) {
      throw new UnsuitableRecipientException("RSA " + rsa.getModulus().bitLength());
    }
    this.recipient = rsa;
    this.keyName = keyName;
  }

  /**
   * For the holder of a certificate, given as its bytes (DER).
   *
   * @throws UnsuitableRecipientException when it is no certificate, or its key not such
   */
  public static XmlEncryptor of(byte[] recipient, String keyName) {
    try {
      return new XmlEncryptor(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(recipient)),
          keyName);
    } catch (CertificateException e) {
      throw new UnsuitableRecipientException("?");
    }
  }

  /**
   * Encrypts one element.
   *
   * @param element well-formed by itself, its namespaces declared, UTF-8, at most 64 KiB
   * @return the element EncryptedData that takes its place, ASCII
   * @throws IllegalArgumentException when it is not that
   * @throws EncryptionFailedException when the machine's cryptography fails
   */
  public String encrypt(byte[] element) {
    requireElement(element);
    try {
      SecretKey key = freshKey();
      Cipher rsa = Xenc.rsa();
      rsa.init(Cipher.ENCRYPT_MODE, recipient, random);
      Cipher tripleDes = Xenc.tripleDes();
      // The vector is drawn anew, too.
      tripleDes.init(Cipher.ENCRYPT_MODE, key, random);
      return encryptedData(
          rsa.doFinal(key.getEncoded()), concat(tripleDes.getIV(), tripleDes.doFinal(element)));
    } catch (GeneralSecurityException e) {
      throw new EncryptionFailedException(e);
    }
  }

  private SecretKey freshKey() throws GeneralSecurityException {
    KeyGenerator generator = KeyGenerator.getInstance("DESede");
    generator.init(168, random);
    return generator.generateKey();
  }

  private void requireElement(byte[] element) {
    boolean isBare = element.length > 1 && element[0] == '<' && element[1] != '?';
    try {
      parser.parse(element);
    } catch (RefusedXmlException e) {
      throw new IllegalArgumentException("element is refused: " + e.refusal(), e);
    }
    if (!isBare) {
      throw new IllegalArgumentException("element has something before it");
    }
  }

  private String encryptedData(byte[] key, byte[] content) {
    return "<xenc:EncryptedData xmlns:xenc=\""
        + Xenc.NAMESPACE
        + "\" Type=\""
        + Xenc.ELEMENT
        + "\">"
        + method(Xenc.TRIPLE_DES)
        + "<ds:KeyInfo xmlns:ds=\""
        + Dsig.NAMESPACE
        + "\"><xenc:EncryptedKey>"
        + method(Xenc.RSA_1_5)
        + "<ds:KeyInfo><ds:KeyName>"
        + keyName
        + "</ds:KeyName></ds:KeyInfo>"
        + cipherData(key)
        + "</xenc:EncryptedKey></ds:KeyInfo>"
        + cipherData(content)
        + "</xenc:EncryptedData>";
  }

  private static String method(String algorithm) {
    return "<xenc:EncryptionMethod Algorithm=\"" + algorithm + "\"></xenc:EncryptionMethod>";
  }

  private static String cipherData(byte[] bytes) {
    return "<xenc:CipherData><xenc:CipherValue>"
        + new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII)
        + "</xenc:CipherValue></xenc:CipherData>";
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
