package uy.pfacturas.signing.key;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which key of a store signs. Of several, one whose certificate is in force; of several of those,
 * the one that lasts longest: a renewed one beside the old.
 *
 * @param alias its name in the store, upper or lower case; empty for any
 * @param ruc whose it is, 12 digits; empty for anybody's
 */
public record KeyChoice(Optional<String> alias, Optional<String> ruc) {
  /** Any key. */
  public static final KeyChoice ANY = new KeyChoice(Optional.empty(), Optional.empty());

  /** The key of a company. */
  public static KeyChoice ofRuc(String ruc) {
    return new KeyChoice(Optional.empty(), Optional.of(ruc));
  }

  /** The key of this name. */
  public static KeyChoice ofAlias(String alias) {
    return new KeyChoice(Optional.of(alias), Optional.empty());
  }

  /**
   * Chooses at a moment. When only keys that are not in force are left, the one that lasts longest
   * is given: that it is not in force is for the caller to say.
   *
   * @param where the store, for a person
   * @throws NoSigningKeyException when the store has no key at all
   * @throws KeyNotFoundException when it has none of this name or company
   * @throws OtherRucException when the only one of this name is another company's
   */
  public SigningKey choose(List<StoredKey> keys, String where, Instant moment) {
    if (keys.isEmpty()) {
      throw new NoSigningKeyException(where);
    }
    List<StoredKey> named = keys.stream().filter(this::isNamed).toList();
    List<StoredKey> wanted = named.stream().filter(this::isOwned).toList();
    if (wanted.isEmpty() && named.size() == 1 && ruc.isPresent()) {
      return named.get(0).key().ownedBy(ruc.get());
    }
    if (wanted.isEmpty()) {
      throw new KeyNotFoundException(where, text(), names(keys));
    }
    List<StoredKey> inForce =
        wanted.stream().filter(stored -> stored.key().validity().contains(moment)).toList();
    return StoredKey.lastingLongest(inForce.isEmpty() ? wanted : inForce).key();
  }

  private boolean isNamed(StoredKey stored) {
    return alias.map(a -> same(a, stored.alias())).orElse(true);
  }

  private boolean isOwned(StoredKey stored) {
    return ruc.map(r -> stored.key().ruc().equals(Optional.of(r))).orElse(true);
  }

  /** The JDK writes the aliases of PKCS#12 in lower case. */
  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private String text() {
    return (alias.map(a -> "«" + a + "» ").orElse("") + ruc.map(r -> "RUC " + r).orElse(""))
        .strip();
  }

  private static String names(List<StoredKey> keys) {
    return keys.stream()
        .map(s -> (s.alias() + " " + s.key().ruc().map(r -> "(RUC " + r + ")").orElse("")).strip())
        .collect(Collectors.joining(", "));
  }
}
