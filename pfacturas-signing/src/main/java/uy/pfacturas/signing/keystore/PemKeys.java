package uy.pfacturas.signing.keystore;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import uy.pfacturas.signing.certificate.CertificateFile;
import uy.pfacturas.signing.certificate.CertificateFileException;
import uy.pfacturas.signing.key.KeyFileDamagedException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.key.StoredKey;
import uy.pfacturas.signing.key.UnsuitableKeyException;

/** The keys and certificates of one or two PEM files, put together. */
final class PemKeys {
  private final List<PemFile> files;
  private final List<PrivateKeyInfo> keys = new ArrayList<>();
  private final List<X509Certificate> certificates = new ArrayList<>();

  PemKeys(List<PemFile> files) {
    this.files = files;
  }

  List<StoredKey> read(Supplier<KeyPassword> password) {
    for (PemFile file : files) {
      PemSecrets secrets = new PemSecrets(file.file(), password);
      List<Object> blocks = file.blocks();
      for (Object block : blocks) {
        if (block instanceof X509CertificateHolder certificate) {
          certificates.add(converted(file, certificate));
        } else {
          secrets.find(block).ifPresent(keys::add);
        }
      }
      if (blocks.isEmpty()) {
        certificates.addAll(binary(file));
      }
    }
    return keys.stream().map(this::stored).flatMap(Optional::stream).toList();
  }

  /** Authorities also send certificates as DER or PKCS#7. */
  private static List<X509Certificate> binary(PemFile file) {
    try {
      return new CertificateFile(file.file()).read();
    } catch (CertificateFileException e) {
      throw new KeyFileDamagedException(file.file(), e);
    }
  }

  private Optional<StoredKey> stored(PrivateKeyInfo info) {
    PrivateKey key = privateKey(info);
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new UnsuitableKeyException(key.getAlgorithm());
    }
    return certificates.stream()
        .filter(
            c ->
                c.getPublicKey() instanceof RSAPublicKey own
                    && own.getModulus().equals(rsa.getModulus()))
        .findFirst()
        .map(own -> new StoredKey("", SigningKey.of(key, chain(own))));
  }

  private PrivateKey privateKey(PrivateKeyInfo info) {
    try {
      String algorithm =
          info.getPrivateKeyAlgorithm().getAlgorithm().getId().startsWith("1.2.840.113549.1.1")
              ? "RSA"
              : "EC";
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new KeyFileDamagedException(files.get(0).file(), e);
    }
  }

  /** From the key's certificate upwards, as far as the files have it. */
  private List<X509Certificate> chain(X509Certificate own) {
    List<X509Certificate> chain = new ArrayList<>(List.of(own));
    Optional<X509Certificate> above = above(own);
    while (above.isPresent() && !chain.contains(above.get())) {
      chain.add(above.get());
      above = above(above.get());
    }
    return chain;
  }

  private Optional<X509Certificate> above(X509Certificate certificate) {
    return certificates.stream()
        .filter(c -> c.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
        .findFirst();
  }

  private static X509Certificate converted(PemFile file, X509CertificateHolder certificate) {
    try {
      return new JcaX509CertificateConverter().getCertificate(certificate);
    } catch (GeneralSecurityException e) {
      throw new KeyFileDamagedException(file.file(), e);
    }
  }
}
