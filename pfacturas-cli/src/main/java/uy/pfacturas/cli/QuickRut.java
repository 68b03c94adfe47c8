package uy.pfacturas.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Languages;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.core.rut.Rut;

/**
 * {@code rut --digito NUMBER}, answered before anything else is loaded: tills call it for each
 * number that is keyed in. It says exactly what the command says.
 */
final class QuickRut {
  private QuickRut() {}

  /** The exit code; empty if these arguments ask for something else. */
  static Optional<Exit> answer(String[] args, Console console, Map<String, String> environment) {
    boolean asked =
        args.length == 3
            && args[0].equals("rut")
            && (args[1].equals("--digito") || args[1].equals("-d"))
            && !args[2].startsWith("-");
    if (!asked) {
      return Optional.empty();
    }
    Locale locale = Languages.choose(args, environment);
    Optional<Rut> rut = Rut.find(args[2]);
    console
        .out()
        .println(
            Messages.of(locale)
                .get(
                    rut.isPresent() ? "rut.valido" : "rut.invalido",
                    rut.<Object>map(r -> r).orElse(args[2])));
    return Optional.of(rut.isPresent() ? Exit.DONE : Exit.INVALID);
  }
}
