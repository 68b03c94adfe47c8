package uy.pfacturas.signing.keystore;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import uy.pfacturas.signing.key.KeyChoice;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.key.StoredKey;

/** Where keys are; holds no secret itself. */
public interface KeySource {
  /** The place, for a person: a path, the name of a token. */
  String where();

  /**
   * The keys there, read now. Nothing is ever tried twice: a token counts.
   *
   * @param password asked for only where the place wants one
   * @throws uy.pfacturas.signing.failure.SigningException when they cannot be had; each case has an
   *     exception of its own
   */
  List<StoredKey> read(Supplier<KeyPassword> password);

  /**
   * The key that signs.
   *
   * @param password asked for only where the place wants one
   * @param moment today: a key in force goes before one that is not
   * @throws uy.pfacturas.signing.failure.SigningException when it cannot be had
   */
  default SigningKey open(Supplier<KeyPassword> password, KeyChoice choice, Instant moment) {
    return choice.choose(read(password), where(), moment);
  }
}
