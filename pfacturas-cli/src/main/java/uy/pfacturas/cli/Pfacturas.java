package uy.pfacturas.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import uy.pfacturas.cli.command.Application;
import uy.pfacturas.cli.console.Console;

/** Where the process begins. */
public final class Pfacturas {
  private Pfacturas() {}

  /** Carries out one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Clock clock = Clock.system(ZoneId.of("America/Montevideo"));
    Application application =
        new Application(Console.ofProcess(), System.getenv(), Path.of("").toAbsolutePath(), clock);
    System.exit(application.run(args));
  }
}
