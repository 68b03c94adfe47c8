package uy.pfacturas.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.rut.Rut;

/** Checks a RUT and tells what is known of its taxpayer. */
@Command(name = "rut")
final class RutCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUT", descriptionKey = "p.rut")
  private String number;

  private final Session session;

  RutCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<Rut> rut = Rut.find(number);
    if (rut.isEmpty()) {
      session.say("rut.invalido", number);
      return Exit.INVALID.code();
    }
    session.say("rut.valido", rut.get());
    return Exit.DONE.code();
  }
}
