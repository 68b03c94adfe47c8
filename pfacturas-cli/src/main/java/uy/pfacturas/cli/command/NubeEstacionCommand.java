package uy.pfacturas.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.nube.decision.Decisions;
import uy.pfacturas.nube.decision.Doubt;
import uy.pfacturas.nube.epoch.Pending;

/** Stations that a cloud that is not running waits for after a restore; gives one of them up. */
@Command(name = "estacion", aliases = "station")
final class NubeEstacionCommand implements Callable<Integer> {
  @ParentCommand private NubeCommand nube;

  private final Session session;

  NubeEstacionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return list();
  }

  /** Who has not declared. */
  @Command(name = "listar", aliases = "list")
  int list() {
    try (Decisions decisions = nube.folder().decisions(session)) {
      show(session, decisions.pending());
    }
    return Exit.DONE.code();
  }

  /** Nobody waits for it any more; its open numbers are in doubt. */
  @Command(name = "abandonar", aliases = "abandon")
  int abandon(
      @Parameters(paramLabel = "RUC", descriptionKey = "p.ruc") String ruc,
      @Parameters(paramLabel = "NAME", descriptionKey = "p.estacion") String estacion) {
    try (Decisions decisions = nube.folder().decisions(session)) {
      List<Doubt> doubts = decisions.abandon(ruc, estacion);
      if (session.options().isJson()) {
        session.show(Json.MAPPER.valueToTree(doubts));
      } else {
        session.say("nube.abandonada", estacion, ruc, doubts.size());
        NubeDudaCommand.show(session, doubts);
      }
    }
    return Exit.DONE.code();
  }

  /** One line for each. */
  static void show(Session session, List<Pending.Station> pending) {
    if (session.options().isJson()) {
      session.show(Json.MAPPER.valueToTree(pending));
      return;
    }
    pending.forEach(p -> session.say("nube.por_declarar", p.estacion(), p.ruc()));
    session.say("nube.por_declarar.total", pending.size());
  }
}
