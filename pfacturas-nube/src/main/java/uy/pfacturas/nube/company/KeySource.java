package uy.pfacturas.nube.company;

import java.nio.file.Path;
import java.time.Instant;
import uy.pfacturas.signing.key.KeyChoice;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.keystore.KeyFile;

/**
 * Where a key lies and where its password is found; holds no secret itself.
 *
 * @param pkcs12 the file: PKCS#12, JKS or PEM with the certificate
 * @param password where the password is found
 */
public record KeySource(Path pkcs12, PasswordSource password) {
  /**
   * The key of a company, read now; of several, one in force.
   *
   * @throws uy.pfacturas.signing.failure.SigningException if file or password do not allow it, or
   *     it is another company's
   */
  SigningKey open(String ruc, Instant moment) {
    return KeyFile.of(pkcs12).open(password::open, KeyChoice.ofRuc(ruc), moment);
  }
}
