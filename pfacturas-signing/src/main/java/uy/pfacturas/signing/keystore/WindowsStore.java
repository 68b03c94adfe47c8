package uy.pfacturas.signing.keystore;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uy.pfacturas.signing.key.KeyEntries;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.StoredKey;

/**
 * The personal certificates of the Windows user who runs the program, which Windows itself guards:
 * no password. Tokens with a driver for Windows show up here too.
 *
 * <p>Tested against a key store that stands in for it; on Windows itself untested.
 */
public record WindowsStore() implements KeySource {
  private static final String TYPE = "Windows-MY";

  /** Gives the open store. */
  @FunctionalInterface
  interface Opener {
    KeyStore open() throws GeneralSecurityException, IOException;
  }

  @Override
  public String where() {
    return TYPE;
  }

  /**
   * {@inheritDoc}
   *
   * @throws WindowsStoreException when this is not Windows, or it does not open its store
   */
  @Override
  public List<StoredKey> read(Supplier<KeyPassword> password) {
    return readFrom(WindowsStore::open);
  }

  static List<StoredKey> readFrom(Opener opener) {
    try {
      KeyStore store = opener.open();
      return new KeyEntries(store, Optional.of(store.getProvider())).read(new char[0]);
    } catch (GeneralSecurityException | IOException e) {
      throw new WindowsStoreException(e);
    }
  }

  private static KeyStore open() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(TYPE);
    store.load(null, null);
    return store;
  }
}
