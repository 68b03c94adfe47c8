package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Languages;
import uy.pfacturas.cli.console.Messages;

/** The whole command line: arguments in, exit code out. */
public final class Application {
  private static final String HELP = Application.class.getPackageName() + ".ayuda";
  private static final int WIDTH = 100;

  private final Console console;
  private final Map<String, String> environment;
  private final Path folder;
  private final Clock clock;

  /**
   * @param console its streams
   * @param environment variables of the environment
   * @param folder against which relative paths are resolved
   * @param clock the time, in Uruguay's zone
   */
  public Application(Console console, Map<String, String> environment, Path folder, Clock clock) {
    this.console = console;
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.clock = clock;
  }

  /** Carries out one command and gives the exit code; nothing is thrown. */
  public int run(String... args) {
    CommandLine commandLine = commandLine(Languages.choose(args, environment));
    try {
      return commandLine.execute(args);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  CommandLine commandLine(Locale locale) {
    Session session =
        new Session(console, Messages.of(locale), environment, folder, clock, new GlobalOptions());
    FailureReport failures = new FailureReport(session);
    return new CommandLine(new RootCommand(session), new SessionFactory(session))
        .addMixin("global", session.options())
        .setResourceBundle(Messages.bundle(HELP, locale))
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(WIDTH)
        .setExecutionExceptionHandler(failures::report)
        .setParameterExceptionHandler(failures::reportUsage);
  }

  /** Gives each command its session. */
  private record SessionFactory(Session session) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.getDeclaredConstructor(Session.class).newInstance(session);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
