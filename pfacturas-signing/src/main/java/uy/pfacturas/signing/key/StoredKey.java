package uy.pfacturas.signing.key;

import java.util.Comparator;
import java.util.List;

/**
 * A key as a store names it.
 *
 * @param alias its name in the store, such as the label in a token; {@code ""} where stores give
 *     none
 * @param key the key
 */
public record StoredKey(String alias, SigningKey key) {
  /** The one whose certificate lasts longest, of at least one. */
  static StoredKey lastingLongest(List<StoredKey> keys) {
    return keys.stream().max(Comparator.comparing(stored -> stored.key().notAfter())).orElseThrow();
  }
}
