package uy.pfacturas.nube.company;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Table {@code clave_api}. A secret is 32 random bytes, so a plain hash of it cannot be searched;
 * hashes are compared in constant time.
 */
final class ApiKeys {
  private final SecureRandom random;
  private final Clock clock;

  ApiKeys(SecureRandom random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** A stored key. */
  record Stored(String ruc, String resumen) {}

  ApiKey create(Handle handle, String ruc) {
    String name = HexFormat.of().formatHex(bytes(6));
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    handle
        .createUpdate(
            "INSERT INTO clave_api (nombre, ruc, resumen, creada)"
                + " VALUES (:nombre, :ruc, :resumen, :creada)")
        .bind("nombre", name)
        .bind("ruc", ruc)
        .bind("resumen", hash(secret))
        .bind("creada", clock.instant().toString())
        .execute();
    return new ApiKey("pf_" + name + "_" + secret);
  }

  /** The company that a key speaks for; empty if it is no key of ours. */
  static Optional<String> ruc(Handle handle, String key) {
    String[] parts = key.split("_", 3);
    if (parts.length != 3 || !parts[0].equals("pf")) {
      return Optional.empty();
    }
    return handle
        .createQuery("SELECT ruc, resumen FROM clave_api WHERE nombre = :nombre")
        .bind("nombre", parts[1])
        .map(ConstructorMapper.of(Stored.class))
        .findOne()
        .filter(stored -> MessageDigest.isEqual(ascii(stored.resumen()), ascii(hash(parts[2]))))
        .map(Stored::ruc);
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
