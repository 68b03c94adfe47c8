package uy.pfacturas.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.nube.decision.Decisions;
import uy.pfacturas.nube.epoch.Restored;

/** Says that the database of a cloud that is not running was put back from a backup. */
@Command(name = "restaurada", aliases = "restored")
final class NubeRestauradaCommand implements Callable<Integer> {
  @ParentCommand private NubeCommand nube;

  @Option(names = {"--sin-marca", "--without-mark"})
  private boolean isMarkLost;

  @Option(
      names = {"--margen", "--margin"},
      paramLabel = "N",
      defaultValue = "1000")
  private int margin;

  @Option(
      names = {"--estacion", "--station"},
      paramLabel = "RUC/NAME")
  private final List<String> stations = new ArrayList<>();

  @Spec private CommandSpec spec;

  private final Session session;

  NubeRestauradaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Decisions decisions = nube.folder().restored(session, said())) {
      session.say("nube.restaurada", Long.toString(decisions.epoca()));
      NubeEstacionCommand.show(session, decisions.pending());
    }
    return Exit.DONE.code();
  }

  private Restored said() {
    Restored said = isMarkLost ? Restored.withoutMark(margin) : Restored.SAID;
    for (String station : stations) {
      String[] parts = station.split("/", 2);
      if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank() || margin < 1) {
        throw new ParameterException(
            spec.commandLine(), session.messages().get("nube.restaurada.estacion", station));
      }
      said = said.with(parts[0], parts[1]);
    }
    return said;
  }
}
