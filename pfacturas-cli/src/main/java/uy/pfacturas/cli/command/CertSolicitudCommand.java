package uy.pfacturas.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uy.pfacturas.cli.config.CloudConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.signing.request.Applicant;
import uy.pfacturas.signing.request.CertificateRequest;

/** Makes a new key, which stays here, and the request to take to an authority. */
@Command(name = "solicitud", aliases = "request")
final class CertSolicitudCommand implements Callable<Integer> {
  @Option(names = "--nombre", paramLabel = "NAME", required = true)
  private String nombre;

  @Option(names = "--razon-social", paramLabel = "NAME")
  private @Nullable String razonSocial;

  @Option(names = "--departamento", paramLabel = "NAME")
  private @Nullable String departamento;

  @Option(names = "--correo", paramLabel = "MAIL")
  private @Nullable String correo;

  @Option(names = "--ruc", paramLabel = "RUC")
  private @Nullable String ruc;

  @Option(
      names = {"-o", "--salida"},
      paramLabel = "FILE",
      defaultValue = "solicitud.csr")
  private Path target;

  private final Session session;

  CertSolicitudCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Config config = session.config();
    StationFiles files = new StationFiles(session, config);
    Path written = session.folder().resolve(target);
    refuseOverwriting(files.pending());
    if (Files.exists(written)) {
      throw new CliException(Exit.USAGE, "archivo_existe", written);
    }
    CertificateRequest request = CertificateRequest.create(applicant(config));
    Files.createDirectories(config.datos());
    request.writeKey(files.pending(), files.password());
    InputFile.write(written, request.pem().getBytes(StandardCharsets.US_ASCII));
    if (session.options().isJson()) {
      session.show(
          Json.MAPPER
              .createObjectNode()
              .put("solicitud", written.toString())
              .put("llave", files.pending().toString()));
    } else {
      session.say("cert.solicitud", written, files.pending());
    }
    return Exit.DONE.code();
  }

  /** The certificate that was asked for is worth nothing without that key. */
  private static void refuseOverwriting(Path pending) {
    if (Files.exists(pending)) {
      throw new CliException(Exit.USAGE, "solicitud_pendiente", pending);
    }
  }

  private Applicant applicant(Config config) {
    Optional<String> written =
        Optional.ofNullable(ruc).or(() -> config.nube().map(CloudConfig::ruc));
    Rut of =
        written
            .flatMap(Rut::find)
            .orElseThrow(() -> new CliException(Exit.USAGE, "solicitud_ruc", written.orElse("—")));
    return new Applicant(
        of.digitos(),
        nombre,
        Optional.ofNullable(razonSocial).orElse(nombre),
        Optional.ofNullable(departamento),
        Optional.ofNullable(correo));
  }
}
