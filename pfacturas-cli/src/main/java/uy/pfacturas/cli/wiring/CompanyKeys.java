package uy.pfacturas.cli.wiring;

import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.cli.config.CloudConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.SecretSource;
import uy.pfacturas.cli.config.Secrets;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.signing.key.KeyChoice;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.PasswordMissingException;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.keystore.KeySource;

/** Opens the key that signs on this machine, wherever the configuration says that it is. */
public final class CompanyKeys {
  private static final String PLACES = "firma.clave_archivo, firma.clave_entorno";

  private final Secrets secrets;
  private final Prompt prompt;
  private final Clock clock;

  /** Asks a person for a password or PIN. */
  @FunctionalInterface
  public interface Prompt {
    /** Nobody is there to be asked. */
    Prompt NOBODY = where -> Optional.empty();

    /** What the person typed; empty where nobody can be asked. */
    Optional<char[]> ask(String where);
  }

  /** From these secrets, then from a person. */
  public CompanyKeys(Secrets secrets, Prompt prompt, Clock clock) {
    this.secrets = secrets;
    this.prompt = prompt;
    this.clock = clock;
  }

  /**
   * The key of {@code [firma]}, which is the company's where the configuration names one. Whether
   * its certificate is in force is not looked at.
   *
   * @throws CliException if the configuration names no key, or its password is not there
   * @throws uy.pfacturas.signing.failure.SigningException if it cannot be had
   */
  public SigningKey open(Config config) {
    return open(config, config.nube().map(CloudConfig::ruc));
  }

  /** The same, of this company. */
  SigningKey open(Config config, Optional<String> ruc) {
    KeySource source =
        config
            .firma()
            .origen()
            .orElseThrow(() -> new CliException(Exit.USAGE, "sin_certificado", config.file()));
    return source.open(
        () -> password(config.firma().clave(), source.where()),
        new KeyChoice(config.firma().alias(), ruc),
        clock.instant());
  }

  /**
   * A password.
   *
   * @param source where it is; empty to ask
   * @param where of what, for the person who is asked
   * @throws CliException if it is not there
   * @throws PasswordMissingException if nobody can be asked
   */
  public KeyPassword password(Optional<SecretSource> source, String where) {
    if (source.isPresent()) {
      return KeyPassword.of(secrets.get(source.get()).toCharArray());
    }
    return KeyPassword.of(
        prompt.ask(where).orElseThrow(() -> new PasswordMissingException(PLACES)));
  }
}
