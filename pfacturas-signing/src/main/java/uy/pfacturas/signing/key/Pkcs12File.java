package uy.pfacturas.signing.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A key file in PKCS#12. The JDK reads and writes it, which is quick; what the JDK cannot do
 * (passwords beyond ASCII, newer encryptions) BouncyCastle does, used as an object and not
 * installed for the whole program.
 */
record Pkcs12File(Path file) {

  SigningKey read(KeyPassword password) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new KeyFileMissingException(file, e);
    }
    KeyStore store = open(bytes, password);
    try {
      return Collections.list(store.aliases()).stream()
          .flatMap(alias -> entry(store, alias, password).stream())
          .max(Comparator.comparing(SigningKey::notAfter))
          .orElseThrow(() -> new NoSigningKeyException(file));
    } catch (GeneralSecurityException e) {
      throw new KeyFileDamagedException(file, e);
    }
  }

  private KeyStore open(byte[] bytes, KeyPassword password) {
    try {
      return load(KeyStore.getInstance("PKCS12"), bytes, password);
    } catch (GeneralSecurityException | IOException e) {
      // Not believed: to the JDK a password with ñ is a wrong one.
      return openByBouncyCastle(bytes, password);
    }
  }

  private KeyStore openByBouncyCastle(byte[] bytes, KeyPassword password) {
    try {
      return load(KeyStore.getInstance("PKCS12", new BouncyCastleProvider()), bytes, password);
    } catch (GeneralSecurityException | IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException
          ? new WrongPasswordException(file, e)
          : new KeyFileDamagedException(file, e);
    }
  }

  private static KeyStore load(KeyStore store, byte[] bytes, KeyPassword password)
      throws GeneralSecurityException, IOException {
    store.load(new ByteArrayInputStream(bytes), password.text());
    return store;
  }

  private Optional<SigningKey> entry(KeyStore store, String alias, KeyPassword password) {
    try {
      if (store.getKey(alias, password.text()) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        return Optional.of(SigningKey.of(ofThisMachine(key), certificate));
      }
      return Optional.empty();
    } catch (UnrecoverableKeyException e) {
      throw new WrongPasswordException(file, e);
    } catch (GeneralSecurityException e) {
      throw new KeyFileDamagedException(file, e);
    }
  }

  /** The key as an object of the machine's first provider, which is the fastest that it has. */
  private static PrivateKey ofThisMachine(PrivateKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance(key.getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
  }

  void write(SigningKey key, KeyPassword password) {
    try {
      KeyStore store =
          password.isAscii()
              ? KeyStore.getInstance("PKCS12")
              : KeyStore.getInstance("PKCS12-AES256-AES128", new BouncyCastleProvider());
      store.load(null, null);
      store.setKeyEntry(
          "pfacturas", key.privateKey(), password.text(), new Certificate[] {key.certificate()});
      OwnerOnly.write(
          file,
          out -> {
            try {
              store.store(out, password.text());
            } catch (GeneralSecurityException e) {
              throw new IOException(e);
            }
          });
    } catch (GeneralSecurityException | IOException e) {
      throw new KeyFileWriteException(file, e);
    }
  }
}
