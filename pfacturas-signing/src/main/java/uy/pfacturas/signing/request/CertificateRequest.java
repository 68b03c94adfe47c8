package uy.pfacturas.signing.request;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import uy.pfacturas.signing.key.KeyFileWriteException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.OwnerOnly;

/**
 * A new key and the request (PKCS#10) for its certificate: RSA of 2048 bits, signed with SHA-256.
 * The key is written encrypted and never shown.
 *
 * <p>DGI's document prescribes the subject; length and hash are those of the certificates that the
 * accredited authorities issue today. That they take a request of just this form is an assumption.
 */
public final class CertificateRequest {
  private static final int BITS = 2048;
  private static final BouncyCastleProvider CASTLE = new BouncyCastleProvider();

  private final KeyPair pair;
  private final PKCS10CertificationRequest request;

  private CertificateRequest(KeyPair pair, PKCS10CertificationRequest request) {
    this.pair = pair;
    this.request = request;
  }

  /** Makes a key, which takes up to a second, and the request. */
  public static CertificateRequest create(Applicant applicant) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      return new CertificateRequest(
          pair,
          new JcaPKCS10CertificationRequestBuilder(applicant.subject(), pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("every Java signs with RSA", e);
    }
  }

  /** The request in PEM, for the authority; holds no secret. */
  public String pem() {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(request);
    } catch (IOException e) {
      throw new IllegalStateException("a request of our own making is sound", e);
    }
    return text.toString();
  }

  /**
   * Writes the key, encrypted (PKCS#8, AES-256), into a file that only its owner can read; in place
   * of an older one.
   *
   * @throws KeyFileWriteException when it cannot be written
   */
  public void writeKey(Path file, KeyPassword password) {
    try {
      OutputEncryptor encryptor =
          new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
              .setProvider(CASTLE)
              .setPassword(password.text())
              .build();
      OwnerOnly.write(
          file,
          out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
            JcaPEMWriter writer = new JcaPEMWriter(text);
            writer.writeObject(new JcaPKCS8Generator(pair.getPrivate(), encryptor));
            writer.flush();
          });
    } catch (IOException | OperatorCreationException e) {
      throw new KeyFileWriteException(file, e);
    }
  }

  @Override
  public String toString() {
    return "CertificateRequest[" + request.getSubject() + "]";
  }
}
