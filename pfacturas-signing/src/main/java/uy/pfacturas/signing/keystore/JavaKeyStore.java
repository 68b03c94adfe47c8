package uy.pfacturas.signing.keystore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.signing.key.KeyEntries;
import uy.pfacturas.signing.key.KeyFileDamagedException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.StoredKey;
import uy.pfacturas.signing.key.WrongPasswordException;

/** A key file in one of Java's own formats, whose keys have the password of the file. */
record JavaKeyStore(Path file, String type) {

  List<StoredKey> read(byte[] bytes, KeyPassword password) {
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(new ByteArrayInputStream(bytes), password.text());
      return new KeyEntries(store, Optional.empty()).read(password.text());
    } catch (UnrecoverableKeyException e) {
      throw new WrongPasswordException(file, e);
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException
          ? new WrongPasswordException(file, e)
          : new KeyFileDamagedException(file, e);
    } catch (GeneralSecurityException e) {
      throw new KeyFileDamagedException(file, e);
    }
  }
}
