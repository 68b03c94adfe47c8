package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.config.CloudConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.SecretSource;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.signing.certificate.CertificateFile;
import uy.pfacturas.signing.certificate.CertificateFileException;
import uy.pfacturas.signing.certificate.Validity;
import uy.pfacturas.signing.key.KeyChoice;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.keystore.KeyFile;

/**
 * Takes a certificate with its key into the station: from any key file, or the certificate that an
 * authority issued for the key of {@code cert solicitud}.
 */
@Command(name = "importar", aliases = "import")
final class CertImportarCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", descriptionKey = "p.certificado")
  private Path file;

  @Option(names = "--llave", paramLabel = "FILE.pem")
  private @Nullable Path key;

  @Option(names = "--alias", paramLabel = "NAME")
  private @Nullable String alias;

  @Option(names = "--clave-archivo", paramLabel = "FILE")
  private @Nullable Path secretFile;

  @Option(names = "--clave-entorno", paramLabel = "NAME")
  private @Nullable String secretVariable;

  private final Session session;

  CertImportarCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Config config = session.config();
    StationFiles files = new StationFiles(session, config);
    Path given = session.folder().resolve(file);
    boolean isIssued = key == null && isCertificateOnly(given);
    if (isIssued && !Files.exists(files.pending())) {
      throw new CliException(Exit.USAGE, "sin_solicitud", given);
    }
    SigningKey signing = isIssued ? issued(config, files, given) : read(config, given);
    if (signing.validity().at(session.clock().instant()) == Validity.State.EXPIRED) {
      signing.inForce(session.clock().instant());
    }
    write(files, signing);
    if (isIssued) {
      Files.delete(files.pending());
    }
    say(files, signing);
    return Exit.DONE.code();
  }

  private SigningKey issued(Config config, StationFiles files, Path certificate) {
    return new KeyFile(certificate, Optional.of(files.pending()))
        .open(files::password, choice(config), session.clock().instant());
  }

  private SigningKey read(Config config, Path given) {
    if (secretFile != null && secretVariable != null) {
      throw new CliException(Exit.USAGE, "dos_secretos");
    }
    Optional<SecretSource> secret =
        secretFile == null && secretVariable == null
            ? Optional.empty()
            : Optional.of(
                new SecretSource(
                    Optional.ofNullable(secretVariable),
                    Optional.ofNullable(secretFile).map(session.folder()::resolve)));
    return new KeyFile(given, Optional.ofNullable(key).map(session.folder()::resolve))
        .open(
            () -> session.keys().password(secret, given.toString()),
            choice(config),
            session.clock().instant());
  }

  private KeyChoice choice(Config config) {
    return new KeyChoice(Optional.ofNullable(alias), config.nube().map(CloudConfig::ruc));
  }

  private static boolean isCertificateOnly(Path file) {
    try {
      return !new CertificateFile(file).read().isEmpty();
    } catch (CertificateFileException e) {
      return false;
    }
  }

  /** The one before stays beside it: a key that is lost cannot be had again. */
  private static void write(StationFiles files, SigningKey signing) throws IOException {
    Path target = files.certificate();
    Files.createDirectories(target.toAbsolutePath().getParent());
    if (Files.exists(target)) {
      Files.copy(
          target,
          target.resolveSibling(target.getFileName() + ".anterior"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    signing.writePkcs12(target, files.password());
  }

  private void say(StationFiles files, SigningKey signing) {
    CertificateLines lines = new CertificateLines(session, signing, files.certificate().toString());
    if (session.options().isJson()) {
      ObjectNode node = lines.json().put("configurado", files.isConfigured());
      session.show(node);
      return;
    }
    lines.print();
    session.say("cert.importado", files.certificate());
    if (!files.isConfigured()) {
      session.say("cert.configurar", files.certificate(), secretLine(files.secret()));
    }
  }

  private static String secretLine(SecretSource secret) {
    return secret
        .variable()
        .map(name -> "clave_entorno = '" + name + "'")
        .orElseGet(() -> "clave_archivo = '" + secret.file().orElseThrow() + "'");
  }
}
