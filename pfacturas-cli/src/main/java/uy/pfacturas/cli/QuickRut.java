package uy.pfacturas.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
 * {@code rut NUMBER}, with {@code --digito} or {@code --config FILE}, answered before anything else
 * is loaded: tills call it for each number that is keyed in. It says exactly what the command says,
 * and says nothing where only the command can tell. No lambda on the way of a digit: the first one
 * costs more than the answer.
 *
 * @param console the streams
 * @param locale the language
 */
record QuickRut(Console console, Locale locale) {
  /** The exit code; empty if these arguments or this machine ask for the whole command. */
  static Optional<Exit> answer(
      String[] args, Console console, Map<String, String> environment, Path folder) {
    List<String> words = new ArrayList<>(List.of(args));
    boolean isDigit = words.remove("--digito") || words.remove("-d");
    Optional<String> named = takeConfig(words);
    boolean isRut =
        words.size() == 2
            && words.get(0).equals("rut")
            && isPlain(words.get(1))
            && isPlain(named.orElse(""))
            && args.length == words.size() + (isDigit ? 1 : 0) + (named.isPresent() ? 2 : 0);
    if (!isRut) {
      return Optional.empty();
    }
    QuickRut quick = new QuickRut(console, Languages.choose(args, environment));
    String number = words.get(1);
    Optional<Rut> rut = Rut.find(number);
    try {
      Path config = folder.resolve(named.orElse(ConfigFile.NAME));
      return rut.isEmpty() || isDigit || !Files.exists(config)
          ? Optional.of(quick.digit(rut, number))
          : quick.ask(rut.get(), config);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The file after {@code --config}, which is taken out with its option. */
  private static Optional<String> takeConfig(List<String> words) {
    int at = Math.max(words.indexOf("--config"), words.indexOf("-c"));
    if (at < 0 || at + 1 >= words.size()) {
      return Optional.empty();
    }
    words.remove(at);
    return Optional.of(words.remove(at));
  }

  /** Neither an option nor the name of a file with arguments. */
  private static boolean isPlain(String arg) {
    return !arg.startsWith("-") && !arg.startsWith("@");
  }

  private Exit digit(Optional<Rut> rut, String number) {
    String key = rut.isPresent() ? "rut.valido" : "rut.invalido";
    Object shown = rut.isPresent() ? rut.get() : number;
    console.out().println(Messages.of(locale).get(key, shown));
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
        "{\"rut\":\""
            + rut.digitos()
            + "\",\"config\":\""
            + escaped(config.toAbsolutePath().normalize())
            + "\",\"idioma\":\""
            + locale.toLanguageTag()
            + "\"}";
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
