package uy.pfacturas.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
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
    err.println(complaint(failure));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println(
        session
            .messages()
            .get("uso.ayuda", failure.getCommandLine().getCommandSpec().qualifiedName()));
    return Exit.USAGE.code();
  }

  /** Picocli speaks English only; what it found is said in the person's language. */
  private String complaint(ParameterException failure) {
    if (failure instanceof MissingParameterException missing) {
      return session.messages().get("uso.falta", names(missing.getMissing()));
    }
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return session.messages().get("uso.sobra", String.join(" ", unmatched.getUnmatched()));
    }
    if (failure.getArgSpec() != null && failure.getValue() != null) {
      return session
          .messages()
          .get("uso.valor", names(List.of(failure.getArgSpec())), failure.getValue());
    }
    return String.valueOf(failure.getMessage());
  }

  private static String names(List<ArgSpec> args) {
    return args.stream()
        .map(arg -> arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel())
        .collect(Collectors.joining(", "));
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
