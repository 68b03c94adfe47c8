package uy.pfacturas.nube.company;

import java.nio.file.Path;
import uy.pfacturas.signing.key.SigningKey;

/**
 * Where a key lies and where its password is found; holds no secret itself.
 *
 * @param pkcs12 the PKCS#12 file
 * @param password where the password is found
 */
public record KeySource(Path pkcs12, PasswordSource password) {
  /**
   * The key, read now.
   *
   * @throws uy.pfacturas.signing.failure.SigningException if file or password do not allow it
   */
  SigningKey open() {
    return SigningKey.readPkcs12(pkcs12, password.open());
  }
}
