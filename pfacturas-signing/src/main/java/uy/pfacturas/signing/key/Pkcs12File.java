package uy.pfacturas.signing.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A key file in PKCS#12. The JDK reads and writes it, which is quick; what the JDK cannot do
 * (passwords beyond ASCII, newer encryptions) BouncyCastle does, used as an object and not
 * installed for the whole program.
 */
public record Pkcs12File(Path file) {

  /**
   * The keys in it, at least one.
   *
   * @throws KeyFileMissingException when it does not exist or may not be read
   * @throws KeyFileDamagedException when it is not PKCS#12
   * @throws WrongPasswordException when the password is not its
   * @throws NoSigningKeyException when it holds no key with a certificate
   */
  public List<StoredKey> read(KeyPassword password) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new KeyFileMissingException(file, e);
    }
    List<StoredKey> keys = keys(open(bytes, password), password);
    if (keys.isEmpty()) {
      throw new NoSigningKeyException(file.toString());
    }
    return keys;
  }

  private List<StoredKey> keys(KeyStore store, KeyPassword password) {
    try {
      return new KeyEntries(store, Optional.empty()).read(password.text());
    } catch (UnrecoverableKeyException e) {
      throw new WrongPasswordException(file, e);
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

  void write(SigningKey key, KeyPassword password) {
    if (key.privateKey().getEncoded() == null) {
      throw new KeyFileWriteException(file, new IOException("the key does not leave its place"));
    }
    try {
      KeyStore store =
          password.isAscii()
              ? KeyStore.getInstance("PKCS12")
              : KeyStore.getInstance("PKCS12-AES256-AES128", new BouncyCastleProvider());
      store.load(null, null);
      store.setKeyEntry(
          "pfacturas",
          key.privateKey(),
          password.text(),
          key.chain().toArray(new X509Certificate[0]));
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
