package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.config.Secrets;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cli.console.Progress;
import uy.pfacturas.cli.wiring.CompanyKeys;
import uy.pfacturas.cli.wiring.Wiring;

/**
 * What one call of the program works with.
 *
 * @param console its streams
 * @param messages its language
 * @param environment variables of the environment
 * @param folder where it was called
 * @param clock the time, in Uruguay's zone
 * @param options options that every command has
 */
record Session(
    Console console,
    Messages messages,
    Map<String, String> environment,
    Path folder,
    Clock clock,
    GlobalOptions options) {
  /** The configuration file: the one that was named, else the one of this folder. */
  Path configFile() {
    return options.config().map(folder::resolve).orElseGet(() -> folder.resolve(ConfigFile.NAME));
  }

  /**
   * The configuration.
   *
   * @throws CliException if there is none
   * @throws uy.pfacturas.cli.config.ConfigException if it is wrong
   */
  Config config() {
    Path file = configFile();
    if (!Files.exists(file)) {
      throw new CliException(Exit.USAGE, "sin_configuracion", file);
    }
    return ConfigFile.read(file);
  }

  /** Puts installations together. */
  Wiring wiring() {
    return new Wiring(environment, clock, messages.locale());
  }

  /** Opens the key that signs here; asks the person for what the configuration does not say. */
  CompanyKeys keys() {
    return new CompanyKeys(
        new Secrets(environment),
        where -> console.readSecret(messages.get("contrasena.pregunta", where)),
        clock);
  }

  /** Shows how far work is that begins now. */
  Progress progress() {
    return progress("progreso");
  }

  /**
   * The same, in other words.
   *
   * @param key of the sentence that says how much is done, and of how much
   */
  Progress progress(String key) {
    return Progress.begin(console, messages, key);
  }

  /** Says one line of an answer. */
  void say(String key, Object... args) {
    console.out().println(messages.get(key, args));
  }

  /** Gives the whole answer, for programs. */
  void show(JsonNode answer) {
    console.out().println(answer.toPrettyString());
  }

  /** Says one line beside the answer. */
  void note(String key, Object... args) {
    console.err().println(messages.get(key, args));
  }
}
