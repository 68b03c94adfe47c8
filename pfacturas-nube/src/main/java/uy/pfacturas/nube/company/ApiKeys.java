package uy.pfacturas.nube.company;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uy.pfacturas.nube.store.Store;

/**
 * Table {@code clave_api}. A secret is 32 random bytes, so a plain hash of it cannot be searched;
 * hashes are compared in constant time.
 */
final class ApiKeys {
  private final Store store;
  private final SecureRandom random;
  private final Clock clock;
  // One process has the store open, and a key never changes: what was read stays true.
  private final Map<String, Stored> known = new ConcurrentHashMap<>();

  ApiKeys(Store store, SecureRandom random, Clock clock) {
    this.store = store;
    this.random = random;
    this.clock = clock;
  }

  /** A stored key. */
  private record Stored(String ruc, String resumen) {}

  ApiKey create(String ruc) {
    String name = HexFormat.of().formatHex(bytes(6));
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    store.write(
        h ->
            h.createUpdate(
                    "INSERT INTO clave_api (nombre, ruc, resumen, creada)"
                        + " VALUES (:nombre, :ruc, :resumen, :creada)")
                .bind("nombre", name)
                .bind("ruc", ruc)
                .bind("resumen", hash(secret))
                .bind("creada", clock.instant().toString())
                .execute());
    return new ApiKey("pf_" + name + "_" + secret);
  }

  /** The company that a key speaks for; empty if it is no key of ours. */
  Optional<String> ruc(String key) {
    String[] parts = key.split("_", 3);
    if (parts.length != 3 || !parts[0].equals("pf")) {
      return Optional.empty();
    }
    return find(parts[1])
        .filter(stored -> MessageDigest.isEqual(ascii(stored.resumen()), ascii(hash(parts[2]))))
        .map(Stored::ruc);
  }

  private Optional<Stored> find(String name) {
    Stored cached = known.get(name);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<Stored> read =
        store.read(
            h ->
                h.createQuery("SELECT ruc, resumen FROM clave_api WHERE nombre = :nombre")
                    .bind("nombre", name)
                    .map((row, context) -> new Stored(row.getString(1), row.getString(2)))
                    .findOne());
    read.ifPresent(stored -> known.put(name, stored));
    return read;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
