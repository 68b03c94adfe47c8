package uy.pfacturas.cli.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import uy.pfacturas.cli.config.ConfigException;
import uy.pfacturas.cli.config.ConfigProblem;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Failure;

/** Says why a command was not done: what happened, what to do, the code. No stack unless asked. */
final class FailureReport {
  private final Session session;

  FailureReport(Session session) {
    this.session = session;
  }

  /** What a command threw. */
  int report(Exception failure, CommandLine commandLine, ParseResult parsed) {
    Exit exit = said(failure);
    if (session.options().isStacktrace()) {
      failure.printStackTrace(session.console().err());
    }
    return exit.code();
  }

  /** What was wrong with the arguments. */
  int reportUsage(ParameterException failure, String[] args) {
    PrintWriter err = session.console().err();
    err.println(failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println(
        session
            .messages()
            .get("uso.ayuda", failure.getCommandLine().getCommandSpec().qualifiedName()));
    return Exit.USAGE.code();
  }

  private Exit said(Exception failure) {
    if (failure instanceof CliException cli) {
      say(cli.failure(session.messages()));
      return cli.exit();
    }
    if (failure instanceof ConfigException config) {
      session.note("error.configuracion", config.file());
      for (ConfigProblem problem : config.problems()) {
        session.console().err().println("  - " + problem.say(session.messages()));
      }
      return Exit.USAGE;
    }
    say(
        new Failure(
            session.messages().get("error.interno", reason(failure)),
            session.messages().get("error.interno.remedio"),
            "CLI-INTERNO"));
    return Exit.INTERNAL;
  }

  private static String reason(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private void say(Failure failure) {
    session.console().err().println(failure.what() + " (" + failure.code() + ")");
    session.console().err().println("  " + failure.remedy());
  }
}
