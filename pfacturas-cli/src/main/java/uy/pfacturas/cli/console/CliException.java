package uy.pfacturas.cli.console;

import java.util.List;

/**
 * A command cannot go on. Its sentence is found by key: {@code error.KEY} says what happened,
 * {@code error.KEY.remedio} what to do.
 */
public final class CliException extends RuntimeException {
  private final Exit exit;
  private final String key;
  private final List<Object> args;

  /**
   * @param exit how the process ends
   * @param key of the sentence and its remedy
   * @param args what both speak of
   */
  public CliException(Exit exit, String key, Object... args) {
    super(key + " " + List.of(args));
    this.exit = exit;
    this.key = key;
    this.args = List.of(args);
  }

  /** How the process ends. */
  public Exit exit() {
    return exit;
  }

  /** What happened and what to do. */
  public Failure failure(Messages messages) {
    Object[] said = args.toArray();
    return new Failure(
        messages.get("error." + key, said),
        messages.get("error." + key + ".remedio", said),
        "CLI-" + key.toUpperCase(java.util.Locale.ROOT));
  }
}
