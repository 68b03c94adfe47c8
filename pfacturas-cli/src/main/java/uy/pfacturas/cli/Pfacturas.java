package uy.pfacturas.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cli.command.Application;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Exit;

/** Where the process begins. */
public final class Pfacturas {
  private Pfacturas() {}

  /** Carries out one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, Console.ofProcess(), System.getenv(), Path.of("").toAbsolutePath()));
  }

  /** Carries out one command, called from this folder, and gives its exit code. */
  static int run(String[] args, Console console, Map<String, String> environment, Path folder) {
    Optional<Exit> quick = QuickRut.answer(args, console, environment, folder);
    if (quick.isPresent()) {
      return quick.get().code();
    }
    Clock clock = Clock.system(ZoneId.of("America/Montevideo"));
    return new Application(console, environment, folder, clock).run(args);
  }
}
