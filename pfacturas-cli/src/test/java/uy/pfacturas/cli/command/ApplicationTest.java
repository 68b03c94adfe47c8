package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Languages;
import uy.pfacturas.cli.testing.Calls;

class ApplicationTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneId.of("America/Montevideo"));

  @TempDir private Path folder;

  private Calls calls() {
    return new Calls(folder, CLOCK);
  }

  private static CommandLine commandLine() {
    Console console =
        new Console(
            new PrintWriter(java.io.Writer.nullWriter()),
            new PrintWriter(java.io.Writer.nullWriter()),
            new BufferedReader(new StringReader("")),
            false);
    return new Application(console, Map.of(), Path.of(""), CLOCK).commandLine(Languages.SPANISH);
  }

  private static Stream<CommandLine> commands() {
    return commands(commandLine());
  }

  private static Stream<CommandLine> commands(CommandLine parent) {
    return parent.getSubcommands().values().stream()
        .distinct()
        .flatMap(c -> Stream.concat(Stream.of(c), commands(c)));
  }

  @Test
  void run_nothing_isAMistakeOfUse() {
    Calls.Result result = calls().call();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Falta la orden").contains("pfacturas --help");
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rut 219999830019, 0",
    "rut 219999830018, 3",
    "rut, 2",
    "rut --nada 219999830019, 2",
    "formato 999, 2",
    "sign nada.xml, 2",
    "status, 2",
    "verify nada.xml, 2"
  })
  void run_endsWithItsExitCode(String line, int code) {
    assertThat(calls().call(line.split(" ")).code()).isEqualTo(code);
  }

  @Test
  void run_failure_saysWhatAndWhatToDoWithoutStack() {
    Calls.Result result = calls().call("status");
    assertThat(result.err())
        .contains("No existe el archivo de configuración")
        .contains("pfacturas init")
        .contains("CLI-SIN_CONFIGURACION")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
  }

  @Test
  void run_stacktrace_showsTheStack() {
    assertThat(calls().call("status", "--stacktrace").err()).contains("CliException", "\tat ");
  }

  @Test
  void run_localeEnglish_speaksEnglish() {
    assertThat(calls().call("rut", "219999830018", "--locale", "en").out())
        .contains("not a valid RUT");
    assertThat(calls().with("LANG", "en_US.UTF-8").call("rut").err()).contains("Missing: RUT");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_everyCommand_hasHeaderExampleAndExitCodes(CommandLine command) {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    assertThat(help).contains("Uso:").contains("Ejemplos:").contains("Códigos de salida:");
    assertThat(help).contains("7   sin respuesta todavía");
    assertThat(String.join("", command.getCommandSpec().usageMessage().header())).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_everyOptionAndParameter_isExplained(CommandLine command) {
    assertThat(command.getCommandSpec().args())
        .isNotEmpty()
        .allSatisfy(
            arg -> assertThat(String.join("", arg.description())).as(arg.toString()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"firmar", "verificar", "format", "configurar", "cloud"})
  void alias_isKnown(String alias) {
    assertThat(commandLine().getSubcommands()).containsKey(alias);
  }

  @Test
  void completion_isAScriptThatKnowsTheCommands() {
    Calls.Result result = calls().call("completion");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("#!/usr/bin/env bash").contains("--digito");
  }

  @Test
  void version_isSaid() {
    assertThat(calls().call("--version").out()).startsWith("pfacturas ");
  }
}
