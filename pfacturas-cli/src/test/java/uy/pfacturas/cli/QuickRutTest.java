package uy.pfacturas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.testing.Calls;

class QuickRutTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"219999830019", "21.999983.0019", "219999830018", "", "x"})
  void answer_saysWhatTheCommandSays(String number) {
    String[] args = {"rut", "--digito", number};
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(out),
            new BufferedReader(new StringReader("")),
            false);
    Optional<Exit> quick = QuickRut.answer(args, console, Map.of());

    Calls.Result whole =
        new Calls(folder, Clock.system(ZoneId.of("America/Montevideo"))).call(args);
    assertThat(quick.map(Exit::code)).contains(whole.code());
    assertThat(out).hasToString(whole.out());
  }

  @Test
  void answer_anythingElse_isLeftToTheCommand() {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            new BufferedReader(new StringReader("")),
            false);
    for (String line : new String[] {"rut 219999830019", "rut --digito --json", "status", ""}) {
      assertThat(QuickRut.answer(line.split(" "), console, Map.of())).isEmpty();
    }
  }
}
