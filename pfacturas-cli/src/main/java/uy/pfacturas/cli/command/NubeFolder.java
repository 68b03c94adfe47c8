package uy.pfacturas.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import uy.pfacturas.core.empresa.Ambiente;

/**
 * Which data folder of a cloud, and the world that it is of. Said before or after the name of a
 * command of the cloud's.
 */
final class NubeFolder {
  @Option(names = "--datos", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path path;

  @Option(
      names = "--ambiente",
      paramLabel = "demo|prueba|produccion",
      defaultValue = "demo",
      scope = ScopeType.INHERIT)
  private Ambiente ambiente;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * @throws ParameterException if none was named; picocli itself would ask for it twice
   */
  Path path(Session session) {
    if (path == null) {
      throw new ParameterException(
          spec.commandLine(), session.messages().get("uso.falta", "--datos"));
    }
    return session.folder().resolve(path).normalize();
  }

  Ambiente ambiente() {
    return ambiente;
  }
}
