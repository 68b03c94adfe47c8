package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.config.CompanyFile;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Regimen;

class InitTest {
  @TempDir private Path folder;

  private Calls calls() {
    return new Calls(folder, Clock.system(ZoneId.of("America/Montevideo")));
  }

  @Test
  void init_withoutQuestions_writesAConfigurationThatIsRead() {
    Calls.Result result = calls().call("init", "--sin-preguntas", "-v", "instalacion=SUC2");
    assertThat(result.code()).as(result.err()).isZero();
    Config config = ConfigFile.read(folder.resolve("pfacturas.toml"));
    assertThat(config.instalacion()).isEqualTo("SUC2");
    assertThat(config.ambiente()).isEqualTo(Ambiente.DEMO);
    assertThat(config.nube()).isEmpty();
    assertThat(config.buzones()).hasSize(1);
  }

  @Test
  void init_asks_andTakesTheProposalForAnEmptyLine() {
    String typed = "prueba\nCAJA 1\n";
    Calls.Result wrong = calls().callTyping(typed, "init");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("Ambiente (demo, prueba, produccion) [demo]: ");
    assertThat(wrong.err()).contains("instalacion").contains("nube.url: falta");
  }

  @Test
  void init_answersWithQuotesAndBackslashes_areKept() throws IOException {
    Calls.Result result =
        calls().call("init", "--sin-preguntas", "-v", "buzon.carpeta=C:\\erp\\\"salida\"");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(ConfigFile.read(folder.resolve("pfacturas.toml")).buzones().get(0).carpeta())
        .hasToString(folder.resolve("C:\\erp\\\"salida\"").toString());
    assertThat(Files.readString(folder.resolve("pfacturas.toml"))).contains("# Codificación");
  }

  @Test
  void init_again_leavesTheFileAlone() throws IOException {
    assertThat(calls().call("init", "--sin-preguntas").code()).isZero();
    String before = Files.readString(folder.resolve("pfacturas.toml"));
    Calls.Result again = calls().call("init", "--sin-preguntas", "-v", "instalacion=OTRA");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("Ya existe");
    assertThat(Files.readString(folder.resolve("pfacturas.toml"))).isEqualTo(before);
  }

  @Test
  void init_company_isReadAsACompany() {
    Calls.Result result =
        calls()
            .callTyping(
                String.join(
                    "\n",
                    "219999830019",
                    "Comercio Demo SA",
                    "",
                    "Venta al por menor",
                    "29000000",
                    "",
                    "1",
                    "Av. Uruguay 1234",
                    "Montevideo",
                    "Montevideo",
                    "Res. 1/2026",
                    "www.example.com",
                    "true",
                    "iva-minimo",
                    "",
                    ""),
                "init",
                "--empresa");
    assertThat(result.code()).as(result.err()).isZero();
    CompanyFile company = CompanyFile.read(folder.resolve("empresa.toml"), Ambiente.PRUEBA);
    assertThat(company.empresa().ruc()).isEqualTo("219999830019");
    assertThat(company.empresa().regimen()).isEqualTo(Regimen.IVA_MINIMO);
    assertThat(company.empresa().nombreComercial()).isEmpty();
    assertThat(company.certificado()).isEmpty();
  }

  @Test
  void init_companyWithoutAnswers_asksForWhatHasNoDefault() {
    Calls.Result result = calls().call("init", "--empresa", "--sin-preguntas");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("empresa.ruc: falta")
        .contains("empresa.regimen: falta")
        .contains("empresa.sucursal[1].codigo: falta");
  }
}
