package uy.pfacturas.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigGlanceTest {
  @TempDir private Path folder;

  private Optional<Path> glance(String text) throws IOException {
    Path file = Files.writeString(folder.resolve(ConfigFile.NAME), text);
    return ConfigGlance.dataFolder(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "datos = \"aquí\"|aquí",
        "datos='a b'  # nota|a b",
        "datos = 'a\\b'|a\\b",
        "datos = \"../x/./y\"|../x/y",
        "ambiente = \"demo\"|datos",
        "[buzon]; datos = \"no\"|datos",
        "# datos = \"no\"|datos",
      })
  void dataFolder_ofAPlainFile_isWhatTheWholeReadingFinds(String text, String expected)
      throws IOException {
    String whole =
        "ambiente = \"demo\"\ninstalacion = 'CAJA1'\n".replace(text.split("=")[0], "# ")
            + text.replace("; ", "\n");
    assertThat(glance(whole)).contains(folder.resolve(expected).normalize());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datos = \"a\\\\b\"",
        "datos = \"\"\"x\"\"\"",
        "datos = ''",
        "datos = 'x",
        "datos = x",
        "datos",
        "\"datos\" = 'x'",
        "a.b = 'x'",
        "datos = 'x' 'y'",
        "= 'x'"
      })
  void dataFolder_ofAnythingUnusual_isLeftToTheWholeReading(String text) throws IOException {
    assertThat(glance(text)).isEmpty();
  }

  @Test
  void dataFolder_ofNoFile_isEmpty() {
    assertThat(ConfigGlance.dataFolder(folder.resolve("no.toml"))).isEmpty();
  }
}
