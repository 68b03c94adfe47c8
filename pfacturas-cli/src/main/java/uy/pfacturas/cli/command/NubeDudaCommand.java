package uy.pfacturas.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.nube.decision.Doubt;

/** Numbers that a paper may bear of which nothing else is known; annuls one. */
@Command(name = "duda", aliases = "doubt")
final class NubeDudaCommand implements Callable<Integer> {
  @ParentCommand private NubeCommand nube;

  private final Session session;

  NubeDudaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return list();
  }

  /** All of them. */
  @Command(name = "listar", aliases = "list")
  int list() {
    List<Doubt> doubts = nube.folder().cases(session).doubts();
    if (session.options().isJson()) {
      session.show(Json.MAPPER.valueToTree(doubts));
    } else {
      show(session, doubts);
      session.say("nube.duda.total", doubts.size());
    }
    return Exit.DONE.code();
  }

  /** No paper bears it. */
  @Command(name = "anular", aliases = "annul")
  int annul(
      @Parameters(paramLabel = "RUC", descriptionKey = "p.ruc") String ruc,
      @Parameters(paramLabel = "101-A-5", descriptionKey = "p.numero") String texto,
      @Option(
              names = {"-m", "--motivo"},
              paramLabel = "TEXT",
              required = true)
          String motivo) {
    Optional<Numero> numero = Numero.parse(texto);
    if (numero.isEmpty() || !nube.folder().cases(session).annul(ruc, numero.get(), motivo)) {
      throw new CliException(Exit.REJECTED, "sin_duda", texto, ruc);
    }
    session.say("nube.duda.anulado", numero.get().texto(), ruc);
    return Exit.DONE.code();
  }

  /** One line for each. */
  static void show(Session session, List<Doubt> doubts) {
    for (Doubt doubt : doubts) {
      session.say(
          doubt.id().isPresent() ? "nube.duda.con_id" : "nube.duda.sin_id",
          doubt.numero().texto(),
          doubt.ruc(),
          doubt.estacion(),
          doubt.id().orElse(""));
    }
  }
}
