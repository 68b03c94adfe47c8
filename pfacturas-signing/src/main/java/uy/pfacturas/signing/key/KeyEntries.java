package uy.pfacturas.signing.key;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The private keys with certificates in an open key store of Java.
 *
 * @param store open
 * @param home the provider that signs with its keys; empty where they are keys of this machine
 */
public record KeyEntries(KeyStore store, Optional<Provider> home) {

  /**
   * Reads them all; empty when there is none. A key that DGI does not take is left out beside
   * others that it takes.
   *
   * @param password of the single keys; empty where they have none
   * @throws UnrecoverableKeyException when the password is not theirs
   * @throws GeneralSecurityException when the store is damaged
   * @throws UnsuitableKeyException when the only key is not what DGI takes
   * @throws KeyTooShortException when the only key is too short
   */
  public List<StoredKey> read(char[] password) throws GeneralSecurityException {
    List<StoredKey> found = new ArrayList<>();
    List<RuntimeException> unsuitable = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      try {
        entry(alias, password).ifPresent(found::add);
      } catch (UnsuitableKeyException | KeyTooShortException e) {
        unsuitable.add(e);
      }
    }
    if (found.isEmpty() && !unsuitable.isEmpty()) {
      throw unsuitable.get(0);
    }
    return found;
  }

  private Optional<StoredKey> entry(String alias, char[] password) throws GeneralSecurityException {
    if (!store.isKeyEntry(alias)
        || !(store.getKey(alias, password) instanceof PrivateKey key)
        || !(store.getCertificate(alias) instanceof X509Certificate certificate)) {
      return Optional.empty();
    }
    List<X509Certificate> chain = chain(alias, certificate);
    SigningKey signing =
        home.isPresent()
            ? SigningKey.staying(key, chain, home.get())
            : SigningKey.of(MachineKey.of(key), chain);
    return Optional.of(new StoredKey(alias, signing));
  }

  private List<X509Certificate> chain(String alias, X509Certificate certificate)
      throws GeneralSecurityException {
    Certificate[] chain = store.getCertificateChain(alias);
    return chain == null
        ? List.of(certificate)
        : Arrays.stream(chain).map(X509Certificate.class::cast).toList();
  }
}
