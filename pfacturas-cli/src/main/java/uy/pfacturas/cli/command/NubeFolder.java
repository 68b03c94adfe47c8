package uy.pfacturas.cli.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import uy.pfacturas.core.empresa.Ambiente;

/** Which data folder of a cloud, and the world that it is of. */
final class NubeFolder {
  @Option(names = "--datos", paramLabel = "DIR", required = true)
  private Path path;

  @Option(names = "--ambiente", paramLabel = "demo|prueba|produccion", defaultValue = "demo")
  private Ambiente ambiente;

  Path path(Session session) {
    return session.folder().resolve(path).normalize();
  }

  Ambiente ambiente() {
    return ambiente;
  }
}
