package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command. */
@SuppressWarnings("UnusedVariable") // picocli acts on --help, --version and --locale by itself
final class GlobalOptions {
  // Filled by picocli; null is its way to say that the option was not given.
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT)
  private @Nullable Path config;

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  @Option(names = "--stacktrace", scope = ScopeType.INHERIT)
  private boolean stacktrace;

  // Looked at before parsing (see Languages); stands here for the help and the check of its value.
  @Option(names = "--locale", paramLabel = "es|en", scope = ScopeType.INHERIT)
  private @Nullable String locale;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT)
  private boolean version;

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  boolean isJson() {
    return json;
  }

  boolean isStacktrace() {
    return stacktrace;
  }
}
