package uy.pfacturas.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.SecretSource;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.keystore.KeyFile;

/**
 * Where a station keeps its own certificate: where {@code [firma]} says, else in its data folder,
 * with a password of its own making.
 */
record StationFiles(Session session, Config config) {
  private static final int PASSWORD_BYTES = 24;

  /** The key file. */
  Path certificate() {
    return config
        .firma()
        .origen()
        .filter(KeyFile.class::isInstance)
        .map(KeyFile.class::cast)
        // Two PEM files are made by hand; what is imported is one file.
        .filter(file -> file.other().isEmpty())
        .map(KeyFile::file)
        .orElseGet(() -> config.datos().resolve("certificado.p12"));
  }

  /** The key of a request that waits for its certificate. */
  Path pending() {
    return config.datos().resolve("solicitud.llave");
  }

  /** Where the password of both is. */
  SecretSource secret() {
    return config
        .firma()
        .clave()
        .orElseGet(
            () ->
                new SecretSource(
                    Optional.empty(), Optional.of(config.datos().resolve("certificado.clave"))));
  }

  /** The password; made and kept where its file does not exist yet. */
  KeyPassword password() {
    secret()
        .file()
        .filter(file -> !Files.exists(file))
        .ifPresent(file -> SecretFile.write(file, newPassword()));
    return session.keys().password(Optional.of(secret()), certificate().toString());
  }

  /** Whether the configuration already says all that. */
  boolean isConfigured() {
    return config.firma().clave().isPresent()
        && config.firma().origen().filter(KeyFile.of(certificate())::equals).isPresent();
  }

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
