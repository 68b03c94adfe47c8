package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.nube.company.Companies;

/** Makes an API key for the stations of a company, into a file that only its user can read. */
@Command(name = "clave", aliases = "key")
final class NubeClaveCommand implements Callable<Integer> {
  @ParentCommand private NubeCommand nube;

  @Parameters(paramLabel = "RUC", descriptionKey = "p.ruc")
  private String ruc;

  @Option(
      names = {"-o", "--salida"},
      paramLabel = "FILE",
      required = true)
  private Path target;

  private final Session session;

  NubeClaveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    NubeFolder folder = nube.folder();
    Path file = session.folder().resolve(target);
    try (Companies companies = folder.companies(session)) {
      SecretFile.write(file, companies.createApiKey(ruc).reveal());
    }
    session.say("nube.clave", ruc, file);
    return Exit.DONE.code();
  }
}
