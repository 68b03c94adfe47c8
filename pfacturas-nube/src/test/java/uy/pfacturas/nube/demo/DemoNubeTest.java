package uy.pfacturas.nube.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.testing.DemoFolder;

class DemoNubeTest {
  @TempDir Path temp;

  @Test
  void prepare_again_changesNothing() throws Exception {
    Path folder = temp.resolve("demo");
    DemoFolder.copyTo(folder);
    DemoNube first = DemoNube.prepare(folder, Documents.clock());
    DemoNube again = DemoNube.prepare(folder, Documents.clock());

    assertThat(again.apiKey().reveal())
        .isEqualTo(first.apiKey().reveal())
        .isEqualTo(DemoFolder.template().apiKey().reveal());
    try (Companies companies = Companies.open(folder, Ambiente.DEMO, Documents.clock())) {
      assertThat(companies.caes(first.ruc())).hasSize(21);
      assertThat(companies.find(first.ruc()).orElseThrow().razonSocial()).contains("DEMO");
    }
    try (Stream<Path> secrets = Files.list(folder.resolve("claves"))) {
      for (Path secret : secrets.toList()) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(
                        DemoFolder.template()
                            .config()
                            .carpeta()
                            .resolve("claves")
                            .resolve(secret.getFileName().toString()))))
            .as(secret.toString())
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void prepare_afterTheCaesExpired_addsOthersWithOtherNumbers() {
    Path folder = temp.resolve("demo");
    DemoFolder.copyTo(folder);
    Clock later = Clock.offset(Documents.clock(), Duration.ofDays(720));
    DemoNube.prepare(folder, later);

    try (Companies companies = Companies.open(folder, Ambiente.DEMO, later)) {
      assertThat(companies.caes(Documents.RUC))
          .hasSize(42)
          .filteredOn(e -> e.cae().desde() == 200_001)
          .hasSize(21);
    }
  }

  @Test
  void prepare_folderOfOtherWorld_isRefused() {
    Path folder = temp.resolve("real");
    Companies.open(folder, Ambiente.PRODUCCION, Documents.clock()).close();

    assertThatThrownBy(() -> DemoNube.prepare(folder, Documents.clock()))
        .isInstanceOf(NubeException.class)
        .hasMessageContaining("ambiente produccion");
  }

  @Test
  void config_plainHttpBeyondLoopback_isRefused() {
    NubeConfig config = NubeConfig.embedded(temp, Ambiente.DEMO);

    assertThatThrownBy(
            () ->
                new NubeConfig(
                    "0.0.0.0",
                    0,
                    temp,
                    config.marca(),
                    Ambiente.DEMO,
                    8,
                    config.firma(),
                    config.proveedor(),
                    config.tls()))
        .isInstanceOf(NubeException.class)
        .hasMessageContaining("sin TLS");
  }
}
