package uy.pfacturas.cli.config;

import java.util.List;
import uy.pfacturas.cli.console.Messages;

/**
 * One thing wrong with the configuration.
 *
 * @param kind what is wrong: key of the sentence and of its remedy
 * @param key where, by the names of the file: {@code buzon[1].codificacion}
 * @param args what the sentences need beside the key; one that starts with {@code clave.} is itself
 *     the key of a text that says what belongs there
 */
public record ConfigProblem(String kind, String key, List<String> args) {
  public ConfigProblem {
    args = List.copyOf(args);
  }

  /** What is wrong and what to do, one line each. */
  public String say(Messages messages) {
    Object[] said = new Object[args.size() + 1];
    said[0] = key;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      said[i + 1] = arg.startsWith("clave.") ? messages.get("config." + arg) : arg;
    }
    return messages.get("config." + kind, said)
        + " "
        + messages.get("config." + kind + ".remedio", said);
  }
}
