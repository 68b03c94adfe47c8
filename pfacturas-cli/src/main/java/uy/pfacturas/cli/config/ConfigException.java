package uy.pfacturas.cli.config;

import java.nio.file.Path;
import java.util.List;

/** The configuration cannot be used; all that is wrong with it. */
public final class ConfigException extends RuntimeException {
  private final transient Path file;
  private final transient List<ConfigProblem> problems;

  ConfigException(Path file, List<ConfigProblem> problems) {
    super(file + ": " + problems);
    this.file = file;
    this.problems = List.copyOf(problems);
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** All problems, in the file's order as far as it has one. */
  public List<ConfigProblem> problems() {
    return problems;
  }
}
