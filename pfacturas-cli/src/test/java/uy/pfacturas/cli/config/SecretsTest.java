package uy.pfacturas.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.console.CliException;

class SecretsTest {
  private final Secrets secrets = new Secrets(Map.of("CLAVE", "abc", "VACIA", " "));

  @TempDir private Path folder;

  private static SecretSource variable(String name) {
    return new SecretSource(Optional.of(name), Optional.empty());
  }

  private SecretSource file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("clave"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return new SecretSource(Optional.empty(), Optional.of(file));
  }

  @Test
  void get_variable_isItsValue() {
    assertThat(secrets.get(variable("CLAVE"))).isEqualTo("abc");
  }

  @Test
  void get_missingOrEmptyVariable_isSaid() {
    assertThatThrownBy(() -> secrets.get(variable("OTRA"))).isInstanceOf(CliException.class);
    assertThatThrownBy(() -> secrets.get(variable("VACIA"))).isInstanceOf(CliException.class);
  }

  @Test
  void get_file_isItsTextWithoutLineEnd() throws IOException {
    assertThat(secrets.get(file("s3cr3t\r\n", "rw-------"))).isEqualTo("s3cr3t");
  }

  @Test
  void get_fileThatOthersRead_isRefusedWithoutShowingIt() throws IOException {
    SecretSource open = file("s3cr3t", "rw-r--r--");

    assertThatThrownBy(() -> secrets.get(open))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("secreto_abierto")
        .hasMessageNotContaining("s3cr3t");
  }
}
