package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.logging.LogFile;
import uy.pfacturas.cli.wiring.CloudStations;
import uy.pfacturas.nube.Inside;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.company.KeySource;
import uy.pfacturas.nube.company.PasswordSource;
import uy.pfacturas.nube.demo.DemoNube;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.provider.ProviderChoice;

/** Runs the cloud as a server of its own. */
@Command(
    name = "nube",
    aliases = "cloud",
    subcommands = {
      NubeEmpresaCommand.class,
      NubeClaveCommand.class,
      NubeRestauradaCommand.class,
      NubeEstacionCommand.class,
      NubeDudaCommand.class,
      NubeCuarentenaCommand.class,
    })
final class NubeCommand implements Callable<Integer> {
  private static final int THREADS = 32;
  private static final int DAYS = 30;

  @Mixin private final NubeFolder folder = new NubeFolder();

  @Option(names = "--puerto", paramLabel = "N", defaultValue = "8443")
  private int port;

  @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1")
  private String host;

  @Option(names = "--tls", paramLabel = "FILE.p12")
  private @Nullable Path tls;

  @Option(names = "--tls-clave", paramLabel = "archivo:RUTA|entorno:NOMBRE")
  private @Nullable String tlsPassword;

  @Option(names = "--firma", paramLabel = "RSA_SHA256|RSA_SHA1", defaultValue = "RSA_SHA256")
  private SignatureAlgorithm signature;

  @Option(names = "--segunda-copia", paramLabel = "DIR")
  private @Nullable Path copy;

  @Option(names = "--proveedor", paramLabel = "AUTO|JDK|ACCP|CONSCRYPT", defaultValue = "AUTO")
  private ProviderChoice provider;

  @Option(names = "--demo")
  private boolean demo;

  @Spec private CommandSpec spec;

  private final Session session;

  NubeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path data = folder.path(session);
    try (Ending ending = Ending.listen();
        LogFile log = LogFile.open(data.resolve("registro"), "INFO", DAYS);
        Nube nube = Nube.start(config(data), session.clock(), inside -> stations(inside, data))) {
      session.say("nube.escucha", nube.address(), data, log.file());
      ending.await();
    }
    return Exit.DONE.code();
  }

  /** Its data folder, for the commands under it. */
  NubeFolder folder() {
    return folder;
  }

  /** Who serves clients without a station, with a second copy beside the data, not in them. */
  private CloudStations stations(Inside inside, Path data) {
    Path beside = data.resolveSibling(data.getFileName() + "-copia");
    Path second = Optional.ofNullable(copy).map(session.folder()::resolve).orElse(beside);
    return new CloudStations(inside, data.resolve("estaciones"), second, session.clock());
  }

  private NubeConfig config(Path data) {
    if (demo) {
      DemoNube prepared = DemoNube.prepare(data, session.clock());
      Path key = data.resolve("estacion.clave");
      SecretFile.write(key, prepared.apiKey().reveal());
      session.say("nube.demo", prepared.ruc(), key);
      return prepared.config().withPort(port).withProveedor(provider);
    }
    return new NubeConfig(
        host,
        port,
        data,
        folder.mark(session),
        folder.ambiente(),
        THREADS,
        signature,
        provider,
        tls());
  }

  private Optional<KeySource> tls() {
    return Optional.ofNullable(tls)
        .map(file -> new KeySource(session.folder().resolve(file), password()));
  }

  private PasswordSource password() {
    try {
      return PasswordSource.parse(Optional.ofNullable(tlsPassword).orElse(""));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), session.messages().get("nube.tls_clave"), e);
    }
  }
}
