package uy.pfacturas.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.CloudException;
import uy.pfacturas.cloud.control.ControlException;
import uy.pfacturas.cloud.mailbox.MailboxException;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.signing.failure.SigningException;

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
    if (failure instanceof ControlException control) {
      return refused(control);
    }
    if (failure instanceof SigningException signing) {
      Locale locale = session.messages().locale();
      say(new Failure(signing.sentence(locale), signing.remedy(locale), signing.code()));
      return Exit.USAGE;
    }
    if (failure instanceof MailboxException mailbox) {
      FaultText text = FaultText.of(session.messages().locale());
      Fault fault = mailbox.fault();
      say(
          new Failure(
              text.sentences(List.of(fault)), text.remedies(List.of(fault)), fault.code().code()));
      return Exit.DEVICE;
    }
    if (failure instanceof CloudException || failure instanceof NubeException) {
      // Their messages are written for a person, remedy included.
      session.console().err().println(reason(failure));
      return Exit.DEVICE;
    }
    say(
        new Failure(
            session.messages().get("error.interno", reason(failure)),
            session.messages().get("error.interno.remedio"),
            "CLI-INTERNO"));
    return Exit.INTERNAL;
  }

  /** What a running synchronizer did not do. */
  private Exit refused(ControlException failure) {
    switch (failure.codigo()) {
      case Orders.NO_EXISTE -> say(failure("no_existe", reason(failure)));
      case Orders.NO_FIRMADO -> say(failure("no_firmado", reason(failure)));
      case Orders.CONTINGENCIA_IMPEDIDA -> {
        say(failure("contingencia_impedida", reason(failure)));
        return Exit.REJECTED;
      }
      default -> {
        session.console().err().println(reason(failure) + " (" + failure.codigo() + ")");
        return Exit.PENDING;
      }
    }
    return Exit.USAGE;
  }

  private Failure failure(String key, String what) {
    return new CliException(Exit.INTERNAL, key, what).failure(session.messages());
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
