package uy.pfacturas.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pfacturas} itself: asks for a command. */
@Command(
    name = "pfacturas",
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      SendCommand.class,
      CfcCommand.class,
      StatusCommand.class,
      ReplayCommand.class,
      RecomenzarCommand.class,
      PrintCommand.class,
      RutCommand.class,
      ValidateCommand.class,
      SignCommand.class,
      VerifyCommand.class,
      FormatoCommand.class,
      CaeCommand.class,
      CertCommand.class,
      ContingenciaCommand.class,
      DoctorCommand.class,
      InitCommand.class,
      NubeCommand.class,
      CompletionCommand.class,
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Session session;

  RootCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), session.messages().get("uso.falta_orden"));
  }
}
