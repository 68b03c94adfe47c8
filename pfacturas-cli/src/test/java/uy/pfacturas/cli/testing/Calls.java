package uy.pfacturas.cli.testing;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import uy.pfacturas.cli.command.Application;
import uy.pfacturas.cli.console.Console;

/** Calls the command line inside the test, in one folder. */
public final class Calls {
  private final Path folder;
  private final Clock clock;
  private final Map<String, String> environment = new HashMap<>();

  /** Spanish unless a test says otherwise. */
  public Calls(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** What a call gave. */
  public record Result(int code, String out, String err) {}

  /** A variable of the environment from now on. */
  public Calls with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** One call. */
  public Result call(String... args) {
    return callTyping("", args);
  }

  /** One call, in which a person types these lines. */
  public Result callTyping(String typed, String... args) {
    return call(typed, false, args);
  }

  /** One call at a terminal, at which passwords are asked for; the person types these lines. */
  public Result callAtTerminal(String typed, String... args) {
    return call(typed, true, args);
  }

  private Result call(String typed, boolean isTerminal, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader(typed)),
            isTerminal);
    int code = new Application(console, environment, folder, clock).run(args);
    return new Result(code, out.toString(), err.toString());
  }
}
