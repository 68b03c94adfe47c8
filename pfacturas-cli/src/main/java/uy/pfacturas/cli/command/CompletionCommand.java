package uy.pfacturas.cli.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the completion script of bash and zsh. */
@Command(name = "completion", aliases = "autocompletar")
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private final Session session;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.console().out().print(AutoComplete.bash("pfacturas", spec.root().commandLine()));
    return 0;
  }
}
