package uy.pfacturas.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cloud.control.ControlClient;

/** Begins an installation anew whose store and second copy are lost. */
@Command(name = "recomenzar", aliases = "start-over")
final class RecomenzarCommand implements Callable<Integer> {
  private final Session session;

  RecomenzarCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Config config = session.config();
    if (ControlClient.find(config.datos()).isPresent()) {
      throw new CliException(Exit.USAGE, "ya_corre", config.datos());
    }
    session.wiring().beginWithoutCopy(config);
    session.say("recomenzar.hecho", config.instalacion());
    return Exit.DONE.code();
  }
}
