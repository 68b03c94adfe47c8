package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.cli.testing.Calls.Result;
import uy.pfacturas.cli.wiring.Installation;
import uy.pfacturas.cli.wiring.Wiring;
import uy.pfacturas.cloud.StatusListener;
import uy.pfacturas.core.json.Json;

/** The contingency by hand, on the demo, whose station has a key of its own. */
class ContingenciaCommandTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("America/Montevideo"));

  @TempDir private Path folder;
  private Path config;

  @BeforeEach
  void emptyDemo() throws IOException {
    config = folder.resolve("pfacturas.toml");
    Files.writeString(
        config,
        """
        ambiente = "demo"
        instalacion = "CAJA1"
        [[buzon]]
        carpeta = "buzon"
        """);
  }

  private Result call(String... line) {
    return new Calls(folder, CLOCK)
        .call(
            Stream.concat(Stream.of(line), Stream.of("--config", config.toString()))
                .toArray(String[]::new));
  }

  private void sell(String id) throws IOException {
    Files.writeString(
        folder.resolve(id + ".txt"),
        """
        [Pedido]
        Formato=1
        Id=%s
        [IdDoc]
        TipoCFE=101
        FmaPago=1
        [Item]
        IndFact=3
        NomItem=Prueba
        Cantidad=1
        PrecioUnitario=100.00
        [Fin]
        """
            .formatted(id));
    Result sent = call("send", id + ".txt");
    assertThat(sent.code()).as(sent.out() + sent.err()).isZero();
  }

  @Test
  void enterSellLeave_withoutRun_isOneStayInTheJournal() throws Exception {
    Result normal = call("contingencia", "estado");
    assertThat(normal.code()).as(normal.err()).isZero();
    assertThat(normal.out()).contains("Sin contingencia: firma la nube.");

    assertThat(call("contingencia", "entrar", "--motivo", "=obra \"en\" la calle").code()).isZero();
    Result inside = call("contingency", "status");
    assertThat(inside.code()).isEqualTo(8);
    assertThat(inside.out())
        .contains("En contingencia a mano desde")
        .contains("obra \"en\" la calle");
    JsonNode json = Json.MAPPER.readTree(call("contingencia", "estado", "--json").out());
    assertThat(json.path("enContingencia").asBoolean()).isTrue();
    assertThat(json.path("aMano").asBoolean()).isTrue();
    assertThat(call("status").out()).contains("En contingencia a mano");

    sell("C1");
    sell("C2");
    assertThat(call("contingency", "leave").code()).isZero();
    assertThat(call("contingencia").code()).isZero();
    assertThat(Files.readString(folder.resolve("buzon/salida/contingencia.txt")))
        .contains("Estado=NORMAL");

    String[] csv = call("contingencia", "exportar").out().split("\r\n");
    assertThat(csv).hasSize(2);
    assertThat(csv[0]).startsWith("estadia;desde;hasta;causa;");
    assertThat(csv[1])
        .startsWith("1;\"")
        .contains(";\"'=obra \"\"en\"\" la calle\";SI;SI;en;101;\"A\";2;1;2;");
  }

  @Test
  void export_json_hasAChainThatOthersCanVerify() throws Exception {
    call("contingencia", "entrar");
    call("contingencia", "salir");
    Result exported = call("contingencia", "exportar", "--formato", "json");
    assertThat(exported.code()).isZero();
    JsonNode journal = Json.MAPPER.readTree(exported.out());
    assertThat(journal.path("integra").asBoolean()).isTrue();
    JsonNode first = journal.path("anotaciones").path(0);
    String canonical =
        "n=1\nhecho=ENTRA\ncuando="
            + first.path("cuando").asText()
            + "\ncausa=La pidió una persona.\naMano=true\nfirmados=\nanterior="
            + "0".repeat(64)
            + "\n";
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(canonical.getBytes(StandardCharsets.UTF_8)));
    assertThat(first.path("hash").asText()).isEqualTo(hash);
    assertThat(journal.path("anotaciones").path(1).path("anterior").asText()).isEqualTo(hash);
  }

  @Test
  void export_pdf_isReadableAndNeedsAFile() throws Exception {
    call("contingencia", "entrar", "-m", "corte de UTE");
    Result refused = call("contingencia", "exportar", "--formato", "pdf");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("-o");
    Result written = call("contingencia", "exportar", "--formato", "pdf", "-o", "b.pdf");
    assertThat(written.code()).as(written.err()).isZero();
    try (PDDocument document = Loader.loadPDF(folder.resolve("b.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              "Bitácora de contingencia de CAJA1", "corte de UTE", "sigue", "Cadena verificada");
    }
  }

  @Test
  void export_otherDays_hasNoStay() {
    call("contingencia", "entrar");
    call("contingencia", "salir");
    String tomorrow = LocalDate.now(CLOCK).plusDays(1).toString();
    String yesterday = LocalDate.now(CLOCK).minusDays(1).toString();
    assertThat(lines(call("contingencia", "exportar", "--desde", yesterday))).isEqualTo(2);
    assertThat(lines(call("contingencia", "exportar", "--desde", tomorrow))).isEqualTo(1);
    assertThat(lines(call("contingencia", "exportar", "--hasta", yesterday))).isEqualTo(1);
  }

  private static long lines(Result result) {
    assertThat(result.code()).as(result.err()).isZero();
    return result.out().lines().count();
  }

  @Test
  void export_journalChanged_saysSo() throws Exception {
    call("contingencia", "entrar", "-m", "primera");
    call("contingencia", "salir");
    String store = "jdbc:sqlite:" + folder.resolve("datos/almacen.db");
    try (Connection connection = DriverManager.getConnection(store);
        PreparedStatement change =
            connection.prepareStatement(
                "UPDATE bitacora SET valor = CAST(replace(CAST(valor AS TEXT), 'primera', 'otra')"
                    + " AS BLOB) WHERE clave LIKE '%1'")) {
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
    Result exported = call("contingencia", "exportar");
    assertThat(exported.code()).isEqualTo(3);
    assertThat(exported.err()).contains("no es la que se escribió", "1");
    assertThat(call("doctor").out()).contains("no es la que se escribió");
  }

  @Test
  void enter_besideARun_isDoneByIt() {
    Wiring wiring = new Wiring(Map.of(), CLOCK, Locale.forLanguageTag("es"));
    try (Installation running = wiring.open(ConfigFile.read(config), StatusListener.NONE)) {
      running.serve();
      assertThat(call("contingencia", "entrar").code()).isZero();
      assertThat(running.synchronizer().status().contingencia().enContingencia()).isTrue();
      assertThat(call("contingencia").code()).isEqualTo(8);
      assertThat(lines(call("contingencia", "exportar"))).isEqualTo(2);
      assertThat(call("contingencia", "salir").code()).isZero();
      assertThat(running.synchronizer().status().contingencia().enContingencia()).isFalse();
    }
  }

  @Test
  void enter_keyThatCannotBeUsed_isRefusedClearly() throws IOException {
    Files.writeString(folder.resolve("llave.p12"), "nada");
    Files.writeString(
        config,
        Files.readString(config)
            + """
            [firma]
            certificado = "llave.p12"
            clave_archivo = "clave.txt"
            """);
    Files.setPosixFilePermissions(
        Files.writeString(folder.resolve("clave.txt"), "x"),
        PosixFilePermissions.fromString("rw-------"));
    Result refused = call("contingencia", "entrar");
    assertThat(refused.code()).as(refused.out() + refused.err()).isEqualTo(4);
    assertThat(refused.err())
        .contains("No se entró en contingencia", "llave.p12", "CLI-CONTINGENCIA_IMPEDIDA");
    assertThat(call("contingencia").out()).contains("Esta estación no puede firmar");
  }
}
