package uy.pfacturas.signing.token;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uy.pfacturas.signing.key.KeyEntries;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.StoredKey;
import uy.pfacturas.signing.keystore.KeySource;

/**
 * A token or HSM by its maker's PKCS#11 library. Its keys never leave it; it signs.
 *
 * <p>The PIN is given once, and never when the token says that it is locked or that this is its
 * last try: a locked token costs a trip to who issued it. A token that this process opened once
 * stays open, whatever PIN is given later.
 *
 * @param library the maker's library, such as {@code /usr/lib/softhsm/libsofthsm2.so}
 * @param label of the token; empty for the only one that there is
 */
public record Token(Path library, Optional<String> label) implements KeySource {

  @Override
  public String where() {
    return label.orElseGet(library::toString);
  }

  /**
   * {@inheritDoc}
   *
   * @throws TokenLibraryException when the library does not load
   * @throws TokenMissingException when the token is not there, or several are and none was named
   * @throws PinRefusedException when the PIN is wrong or locked, or was not even tried
   */
  @Override
  public List<StoredKey> read(Supplier<KeyPassword> password) {
    Slot slot = find(new Pkcs11Library(library).slots());
    slot.refuseRisk(where());
    Provider provider = provider(slot);
    KeyPassword pin = password.get();
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin.text());
      return new KeyEntries(store, Optional.of(provider)).read(new char[0]);
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      throw Refusals.of(e, this);
    }
  }

  private Slot find(List<Slot> slots) {
    List<Slot> found = new ArrayList<>();
    for (Slot slot : slots) {
      if (label.map(slot.label()::equals).orElse(true)) {
        found.add(slot);
      }
    }
    if (found.size() != 1) {
      throw new TokenMissingException(where(), slots.stream().map(Slot::label).toList());
    }
    return found.get(0);
  }

  private Provider provider(Slot slot) {
    String configuration =
        String.join(
            "\n",
            "--name=pfacturas-" + slot.id(),
            "library=\"" + library.toString().replace('\\', '/') + "\"",
            "slot=" + slot.id());
    try {
      return Optional.ofNullable(Security.getProvider("SunPKCS11"))
          .orElseThrow(() -> new ProviderException("this Java has no PKCS#11"))
          .configure(configuration);
    } catch (RuntimeException e) {
      throw new TokenLibraryException(library, e);
    }
  }
}
