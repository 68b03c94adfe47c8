package uy.pfacturas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.cli.wiring.Installation;
import uy.pfacturas.cli.wiring.Wiring;
import uy.pfacturas.cloud.StatusListener;

class QuickRutTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("America/Montevideo"));
  private static final String CONFIG =
      """
      # una caja
      ambiente = "demo"
      instalacion = "CAJA1"
      datos = 'los datos' # junto a esto

      [[buzon]]
      carpeta = "buzon"
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  private Optional<Integer> quick(Map<String, String> environment, String... args) {
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(out),
            new BufferedReader(new StringReader("")),
            false);
    return QuickRut.answer(args, console, environment, folder).map(Exit::code);
  }

  private Path config(String text) throws IOException {
    return Files.writeString(folder.resolve(ConfigFile.NAME), text);
  }

  private Installation serve(Path config) {
    Installation installation =
        new Wiring(Map.of(), CLOCK, Locale.forLanguageTag("es-UY"))
            .open(ConfigFile.read(config), StatusListener.NONE);
    installation.serve();
    return installation;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--digito 219999830019",
        "--digito 21.999983.0019",
        "-d 219999830018",
        "-d x",
        "21.999983.0019 -d",
        "--config no.toml 219999830019",
        "219999830019",
        "219999830018"
      })
  void answer_ofTheDigit_saysWhatTheCommandSays(String line) {
    String[] args = ("rut " + line).split(" ");
    Optional<Integer> quick = quick(Map.of(), args);

    Calls.Result whole = new Calls(folder, CLOCK).call(args);
    assertThat(quick).contains(whole.code());
    assertThat(out).hasToString(whole.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rut --digito --json",
        "rut -d @x",
        "rut @x",
        "rut -d -d 1",
        "rut 1 -c",
        "rut -c @x 1",
        "rut -c -c a 1",
        "rut --config a -c b 1",
        "rut 1 2",
        "-d 1",
        "rut 1 --json",
        "status",
        ""
      })
  void answer_anythingElse_isLeftToTheCommand(String line) {
    assertThat(quick(Map.of(), line.split(" "))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "219999830019",
        "214844360018",
        "--config pfacturas.toml 219999830019",
        "219999830019 -c ./pfacturas.toml"
      })
  void answer_whereARunLives_saysWhatTheCommandSays(String line) throws IOException {
    String[] args = ("rut " + line).split(" ");
    try (Installation installation = serve(config(CONFIG))) {
      assertThat(installation.synchronizer().status()).isNotNull();
      Map<String, String> english = Map.of("LANG", "en_US.UTF-8");
      Optional<Integer> quick = quick(Map.of(), args);
      Optional<Integer> quickInEnglish = quick(english, args);

      Calls.Result whole = new Calls(folder, CLOCK).call(args);
      Calls.Result wholeInEnglish = new Calls(folder, CLOCK).with("LANG", "en").call(args);
      assertThat(whole.out()).isNotEqualTo(wholeInEnglish.out());
      assertThat(quick).contains(whole.code()).isEqualTo(quickInEnglish);
      assertThat(out).hasToString(whole.out() + wholeInEnglish.out());
    }
  }

  @Test
  void answer_whereTheConfigurationWasChangedSince_isLeftToTheCommand() throws IOException {
    Path config = config(CONFIG);
    try (Installation installation = serve(config)) {
      assertThat(installation.synchronizer().status()).isNotNull();
      config(CONFIG + "carpetta = \"x\"\n");

      assertThat(quick(Map.of(), "rut", "219999830019")).isEmpty();
      assertThat(out).hasToString("");
    }
  }

  @Test
  void answer_whereNoRunLives_isLeftToTheCommand() throws IOException {
    Path config = config(CONFIG);
    assertThat(quick(Map.of(), "rut", "219999830019")).isEmpty();

    Path control = folder.resolve("los datos").resolve("control.txt");
    String left;
    try (Installation installation = serve(config)) {
      assertThat(installation.synchronizer().status()).isNotNull();
      left = Files.readString(control);
    }
    Files.writeString(control, left);
    assertThat(quick(Map.of(), "rut", "219999830019")).isEmpty();
    assertThat(out).hasToString("");
  }
}
