package uy.pfacturas.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cloud.contingencia.AlarmasConfig;
import uy.pfacturas.cloud.contingencia.ContingenciaConfig;
import uy.pfacturas.core.calculo.Tolerancias;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.input.Numeracion;
import uy.pfacturas.signing.keystore.KeyFile;
import uy.pfacturas.signing.provider.ProviderChoice;

class ConfigFileTest {
  private static final String SMALLEST =
      """
      ambiente = "demo"
      instalacion = "CAJA1"
      [[buzon]]
      carpeta = "buzon"
      """;

  @TempDir private Path folder;

  private Config read(String text) throws IOException {
    return ConfigFile.read(Files.writeString(folder.resolve("pfacturas.toml"), text));
  }

  private List<String> problems(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("pfacturas.toml"), text);
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> ConfigFile.read(file));
    assertThat(e).as("exception for %s", text).isNotNull();
    return e.problems().stream().map(p -> p.kind() + " " + p.key()).toList();
  }

  @Test
  void read_smallest_hasTheDefaults() throws IOException {
    Config config = read(SMALLEST);

    assertThat(config)
        .isEqualTo(
            new Config(
                folder.resolve("pfacturas.toml"),
                Ambiente.DEMO,
                "CAJA1",
                "CAJA1",
                folder.resolve("datos"),
                Optional.empty(),
                Optional.empty(),
                List.of(
                    new BuzonConfig(
                        "",
                        folder.resolve("buzon"),
                        BuzonConfig.Identidad.ARCHIVO,
                        Optional.empty(),
                        false,
                        List.of(),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(10),
                        Duration.ofDays(30),
                        4 << 20,
                        Numeracion.PROGRAMA)),
                new ImpresionConfig(true),
                new FirmaConfig(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    ProviderChoice.AUTO,
                    List.of()),
                ContingenciaConfig.DEFAULT,
                AlarmasConfig.DEFAULT,
                new ReglasConfig(Tolerancias.DEFAULT, Map.of()),
                new RegistroConfig(RegistroConfig.Nivel.INFO, 30)));
  }

  @Test
  void read_everyKey_isTaken() throws IOException {
    Config config =
        read(
            """
            ambiente = "prueba"
            instalacion = "SUC-2_A"
            grupo = "TIENDA"
            datos = "d"
            segunda_copia = "/otro/medio"
            [nube]
            url = "https://nube.example/"
            ruc = "219999830019"
            clave_archivo = "nube.clave"
            plazo = "500ms"
            bloque = 50
            desvio_reloj = "30s"
            [[buzon]]
            carpeta = "a"
            identidad = "nombre"
            codificacion = "CP850"
            coma_decimal = true
            numeracion = "erp"
            ids = ["CAJA1-*", "WEB-*"]
            quieto = "3s"
            incompleto = "1h"
            conservar_estados = "7d"
            max_mib = 8
            [[buzon]]
            nombre = "dos"
            carpeta = "b"
            identidad = "cada-archivo"
            [impresion]
            pdf = false
            [firma]
            certificado = "c.p12"
            clave_entorno = "CLAVE"
            algoritmo = "rsa-sha1"
            proveedor = "conscrypt"
            confianza = ["uno.pem", "dos.pem"]
            [reglas]
            tolerancia_totales = 0.02
            tolerancia_maxima = "2.00"
            tolerancia_iva = 0.05
            [reglas.ui]
            2025 = 6.5
            [registro]
            nivel = "debug"
            dias = 3
            """);

    assertThat(config.ambiente()).isEqualTo(Ambiente.PRUEBA);
    assertThat(config.instalacion()).isEqualTo("SUC-2_A");
    assertThat(config.grupo()).isEqualTo("TIENDA");
    assertThat(config.datos()).isEqualTo(folder.resolve("d"));
    assertThat(config.segundaCopia()).contains(Path.of("/otro/medio"));
    assertThat(config.nube())
        .contains(
            new CloudConfig(
                URI.create("https://nube.example/"),
                "219999830019",
                new SecretSource(Optional.empty(), Optional.of(folder.resolve("nube.clave"))),
                Duration.ofMillis(500),
                50,
                Duration.ofSeconds(30)));
    assertThat(config.buzones())
        .containsExactly(
            new BuzonConfig(
                "",
                folder.resolve("a"),
                BuzonConfig.Identidad.NOMBRE,
                Optional.of(Charset.forName("IBM850")),
                true,
                List.of("CAJA1-*", "WEB-*"),
                Duration.ofSeconds(3),
                Duration.ofHours(1),
                Duration.ofDays(7),
                8 << 20,
                Numeracion.ERP),
            new BuzonConfig(
                "dos",
                folder.resolve("b"),
                BuzonConfig.Identidad.CADA_ARCHIVO,
                Optional.empty(),
                false,
                List.of(),
                BuzonConfig.QUIETO,
                BuzonConfig.INCOMPLETO,
                BuzonConfig.CONSERVAR,
                4 << 20,
                Numeracion.PROGRAMA));
    assertThat(config.impresion()).isEqualTo(new ImpresionConfig(false));
    assertThat(config.firma())
        .isEqualTo(
            new FirmaConfig(
                Optional.of(KeyFile.of(folder.resolve("c.p12"))),
                Optional.empty(),
                Optional.of(new SecretSource(Optional.of("CLAVE"), Optional.empty())),
                true,
                ProviderChoice.CONSCRYPT,
                List.of(folder.resolve("uno.pem"), folder.resolve("dos.pem"))));
    assertThat(config.reglas())
        .isEqualTo(
            new ReglasConfig(
                new Tolerancias(
                    new BigDecimal("0.02"), new BigDecimal("2.00"), new BigDecimal("0.05")),
                Map.of(2025, new BigDecimal("6.5"))));
    assertThat(config.registro()).isEqualTo(new RegistroConfig(RegistroConfig.Nivel.DEBUG, 3));
  }

  @Test
  void read_nothing_asksForWhatHasNoDefault() throws IOException {
    assertThat(problems(""))
        .containsExactlyInAnyOrder("falta ambiente", "falta instalacion", "falta buzon.carpeta");
  }

  @Test
  void read_productionWithoutCloud_asksWhereItIs() throws IOException {
    assertThat(problems(SMALLEST.replace("demo", "produccion"))).containsExactly("falta nube.url");
  }

  @Test
  void read_manyProblems_areSaidAtOnce() throws IOException {
    assertThat(
            problems(
                """
                ambiente = "otro"
                instalacion = "con espacio"
                colo = 1
                [nube]
                url = "http://nube.example/"
                ruc = "219999830018"
                clave = "1234"
                [[buzon]]
                carpeta = "a"
                codificasion = "CP850"
                quieto = "dos"
                [[buzon]]
                carpeta = "a"
                """))
        .containsExactlyInAnyOrder(
            "valor ambiente",
            "valor instalacion",
            "desconocida colo",
            "valor nube.url",
            "valor nube.ruc",
            "ninguna_clave nube.clave_archivo",
            "secreto nube.clave",
            "desconocida.parecida buzon[1].codificasion",
            "valor buzon[1].quieto",
            "repetida buzon.carpeta",
            "repetida buzon.nombre");
  }

  @Test
  void read_noToml_saysTheLine() throws IOException {
    assertThat(problems("ambiente = \"demo\"\ninstalacion = 'x\n"))
        .containsExactly("sintaxis pfacturas.toml");
  }

  @Test
  void say_unknownKey_namesTheNearest() throws IOException {
    Path file =
        Files.writeString(folder.resolve("p.toml"), SMALLEST.replace("carpeta", "carpetta"));
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> ConfigFile.read(file));

    assertThat(e.problems().stream().map(p -> p.say(Messages.of(Locale.ENGLISH))))
        .contains("buzon[1].carpetta: unknown key. Did you mean carpeta?");
  }
}
