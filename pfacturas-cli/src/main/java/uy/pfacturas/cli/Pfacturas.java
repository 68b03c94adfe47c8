package uy.pfacturas.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import uy.pfacturas.cli.command.Application;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Exit;

/** Where the process begins. */
public final class Pfacturas {
  private Pfacturas() {}

  /** Carries out one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    Map<String, String> environment = System.getenv();
    int code =
        QuickRut.answer(args, console, environment)
            .map(Exit::code)
            .orElseGet(() -> application(console, environment).run(args));
    System.exit(code);
  }

  private static Application application(Console console, Map<String, String> environment) {
    Clock clock = Clock.system(ZoneId.of("America/Montevideo"));
    return new Application(console, environment, Path.of("").toAbsolutePath(), clock);
  }
}
