package uy.pfacturas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.config.ConfigGlance;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Languages;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.control.ControlClient;
import uy.pfacturas.cloud.control.ControlException;
import uy.pfacturas.core.rut.Rut;

/**
 * {@code rut [--digito] [--config FILE] NUMBER}, answered before anything else is loaded: tills
 * call it for each number that is keyed in. It says exactly what the command says, and says nothing
 * where only the command can tell.
 *
 * @param console the streams
 * @param locale the language
 */
record QuickRut(Console console, Locale locale) {
  /** The exit code; empty if these arguments or this machine ask for the whole command. */
  static Optional<Exit> answer(
      String[] args, Console console, Map<String, String> environment, Path folder) {
    boolean isDigit =
        args.length == 3
            && (args[1].equals("--digito") || args[1].equals("-d"))
            && isPlain(args[2]);
    boolean isConfig =
        args.length == 4
            && (args[1].equals("--config") || args[1].equals("-c"))
            && isPlain(args[2])
            && isPlain(args[3]);
    boolean isBare = args.length == 2 && isPlain(args[1]);
    if (!(isDigit || isConfig || isBare) || !args[0].equals("rut")) {
      return Optional.empty();
    }
    QuickRut quick = new QuickRut(console, Languages.choose(args, environment));
    String number = args[args.length - 1];
    Optional<Rut> rut = Rut.find(number);
    Path config = folder.resolve(isConfig ? args[2] : ConfigFile.NAME);
    return rut.isEmpty() || isDigit || !Files.exists(config)
        ? Optional.of(quick.digit(rut, number))
        : quick.ask(rut.get(), config);
  }

  /** Neither an option nor the name of a file with arguments. */
  private static boolean isPlain(String arg) {
    return !arg.startsWith("-") && !arg.startsWith("@");
  }

  private Exit digit(Optional<Rut> rut, String number) {
    String key = rut.isPresent() ? "rut.valido" : "rut.invalido";
    console.out().println(Messages.of(locale).get(key, rut.<Object>map(r -> r).orElse(number)));
    return rut.isPresent() ? Exit.DONE : Exit.INVALID;
  }

  /** Asks the {@code run} that lives; it has the lines ready, so that no JSON is read here. */
  private Optional<Exit> ask(Rut rut, Path config) {
    Optional<ControlClient> client =
        ConfigGlance.dataFolder(config).flatMap(ControlClient::presume);
    if (client.isEmpty()) {
      return Optional.empty();
    }
    String order =
        String.join(
            "\"",
            "{",
            "rut",
            ":",
            rut.digitos(),
            ",",
            "config",
            ":",
            escaped(config.toAbsolutePath().normalize()),
            ",",
            "idioma",
            ":",
            locale.toLanguageTag(),
            "}");
    List<String> lines = new ArrayList<>();
    try {
      String code = client.get().ask(Orders.RUT_TEXTO, order, line -> lines.add(text(line)));
      Optional<Exit> exit = Exit.find(code);
      if (exit.isPresent()) {
        lines.forEach(console.out()::println);
      }
      return exit;
    } catch (ControlException | IllegalArgumentException e) {
      // Gone, of another version, of another configuration, or a text with rare characters: the
      // whole command asks again and says what is the matter.
      return Optional.empty();
    }
  }

  private static String escaped(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** The text of a JSON string. */
  private static String text(String json) {
    return json.substring(1, json.length() - 1).translateEscapes();
  }
}
