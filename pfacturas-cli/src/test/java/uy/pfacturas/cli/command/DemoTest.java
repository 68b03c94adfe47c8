package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.cli.testing.Calls.Result;
import uy.pfacturas.cli.wiring.Installation;
import uy.pfacturas.cli.wiring.Wiring;
import uy.pfacturas.cloud.StatusListener;
import uy.pfacturas.core.json.Json;

/** The whole way on one machine, and every command on what it left. */
class DemoTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("America/Montevideo"));
  private static final int EXAMPLES = 14;

  @TempDir private static Path folder;
  private static Result first;

  @BeforeAll
  static void run_demoOnce() {
    first = calls().call("run", "--demo", "--once");
  }

  private static Calls calls() {
    return new Calls(folder, CLOCK);
  }

  private static Result onDemo(String... line) {
    return calls()
        .call(
            Stream.concat(Stream.of(line), Stream.of("--config", "demo/pfacturas.toml"))
                .toArray(String[]::new));
  }

  private static JsonNode status(String mailbox, String name) throws IOException {
    Path file = folder.resolve("demo").resolve(mailbox).resolve("salida");
    return Json.MAPPER.readTree(Files.readAllBytes(file.resolve(name + ".estado.json")));
  }

  @Test
  void demo_everyExample_isDeliveredPrintedAndAnswered() throws IOException {
    assertThat(first.code()).as(first.out() + first.err()).isZero();
    assertThat(first.out())
        .contains("SIN VALOR FISCAL")
        .contains("Hecho: 14 entregados, 0 rechazados.")
        .contains("0001-contado             ENVIANDO")
        .contains("UYU 439.40  firmados/");
    int answered = 0;
    for (String mailbox : List.of("buzon", "buzon-cobol")) {
      Path root = folder.resolve("demo").resolve(mailbox);
      try (Stream<Path> files = Files.list(root.resolve("salida"))) {
        for (Path file : files.filter(DemoTest::isOfAnExample).toList()) {
          JsonNode status = Json.MAPPER.readTree(Files.readAllBytes(file));
          assertThat(status.path("Estado").asText()).as(file.toString()).isEqualTo("ENTREGADO");
          assertThat(root.resolve(status.path("Xml").asText())).exists();
          assertThat(root.resolve(status.path("Pdf").asText())).exists();
          answered++;
        }
      }
    }
    assertThat(answered).isEqualTo(EXAMPLES);
  }

  /** Other tests send files of their own. */
  private static boolean isOfAnExample(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".estado.json") && (name.startsWith("00") || name.startsWith("VTA"));
  }

  @Test
  void demo_secondTime_issuesNothingNew() throws IOException {
    int before = status("buzon", "0001-contado").path("Nro").asInt();
    Result again = calls().call("run", "--demo", "--once");

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("0 archivos de ejemplo").contains("Hecho: 0 entregados");
    assertThat(status("buzon", "0001-contado").path("Nro").asInt()).isEqualTo(before);
  }

  @Test
  void demo_folderOfOthers_isLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("ajena/algo"));
    Result result = calls().call("run", "--demo", "--once", "--dir", "ajena");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("no es de una demo");
  }

  @Test
  void status_counts() {
    Result result = onDemo("status");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("no está en marcha").contains("  ENTREGADO: 1");
  }

  @Test
  void status_ofADocument_hasTheKeysOfItsStatusFile() throws IOException {
    Result result = onDemo("status", "CAJA1-0001", "--json");
    assertThat(result.code()).isZero();
    assertThat(Json.MAPPER.readTree(result.out())).isEqualTo(status("buzon", "0001-contado"));
    assertThat(onDemo("estado", "CAJA1-0001").out())
        .contains("Estado=ENTREGADO")
        .contains("MntPagar=439.40");
  }

  @Test
  void status_ofNothing_saysHowToFindIt() {
    Result result = onDemo("status", "NADA");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("NADA").contains("CLI-NO_EXISTE");
  }

  @Test
  void print_again_writesTheSamePaper() throws IOException {
    Path pdf =
        folder.resolve("demo/buzon").resolve(status("buzon", "0001-contado").path("Pdf").asText());
    byte[] before = Files.readAllBytes(pdf);
    Result result = onDemo("imprimir", "CAJA1-0001");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(Files.readAllBytes(pdf)).isEqualTo(before);
  }

  @Test
  void verify_signedDocument_isValidAndTrusted() throws IOException {
    String xml = "demo/buzon/" + status("buzon", "0001-contado").path("Xml").asText();
    Result trusted = onDemo("verify", xml, "--confianza", "demo/autoridad.pem");
    assertThat(trusted.code()).as(trusted.out()).isZero();
    assertThat(trusted.out())
        .containsPattern("CFE 101-A-\\d+: nada en contra")
        .contains("Firmante DEMO")
        .contains("en quien se confía")
        .contains("sin comprobar No se preguntó a la autoridad");

    String broken = Files.readString(folder.resolve(xml)).replace("439.40", "439.41");
    Files.writeString(folder.resolve("roto.xml"), broken);
    Result refused = onDemo("verify", "roto.xml", "--json");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(Json.MAPPER.readTree(refused.out()).path(0).path("valida").asBoolean()).isFalse();
  }

  @Test
  void validate_signedDocument_isValid() throws IOException {
    String xml = "demo/buzon/" + status("buzon", "0001-contado").path("Xml").asText();
    Result result = calls().call("validate", xml);
    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.out()).contains("A pagar UYU 439.40");
  }

  @Test
  void validate_faultyFile_saysAllFaultsWithTheirPlaces() throws IOException {
    Files.writeString(
        folder.resolve("mal.txt"),
        """
        [Pedido]
        Formato=1
        Id=X1
        [IdDoc]
        TipoCFE=111
        [Receptor]
        TipoDocRecep=2
        DocRecep=219999830018
        [Item]
        IndFact=3
        NomItem=Algo
        Cantidad=1
        PrecioUnitario=diez
        [Fin]
        """);
    Result result = calls().call("validar", "mal.txt");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("no es válido").contains("línea 13");
    JsonNode faults =
        Json.MAPPER.readTree(calls().call("validar", "mal.txt", "--json").out()).path(0);
    assertThat(faults.path("valido").asBoolean()).isFalse();
    assertThat(faults.path("faltas")).isNotEmpty();
  }

  @Test
  void send_file_waitsForItsAnswer() throws IOException {
    Path file = folder.resolve("S1.txt");
    Files.writeString(file, invoice("S1", "FmaPago=1"), StandardCharsets.UTF_8);
    Result result = onDemo("send", "S1.txt");
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("Estado=ENTREGADO").contains("MntPagar=122.00");
    assertThat(file).as("the file that was sent stays").exists();
  }

  @Test
  void send_faultyFileThenReplay_isRefusedAndReadAgain() throws IOException {
    Files.writeString(folder.resolve("S2.txt"), invoice("S2", ""), StandardCharsets.UTF_8);
    Result refused = onDemo("enviar", "S2.txt");
    assertThat(refused.code()).as(refused.out() + refused.err()).isEqualTo(3);
    assertThat(refused.out()).contains("Estado=RECHAZADO").contains("QueHacer=");

    assertThat(onDemo("status", "S2").code()).isEqualTo(3);
    Result simulated = onDemo("replay", "--estado", "RECHAZADO", "--simular");
    assertThat(simulated.out()).contains("S2 (RECHAZADO)").contains("no se hizo nada");
    Path refusedFile = folder.resolve("demo/buzon/rechazados/S2.txt");
    assertThat(refusedFile).exists();
    Files.writeString(refusedFile, invoice("S2", "FmaPago=1"), StandardCharsets.UTF_8);
    assertThat(onDemo("reenviar", "--id", "S2").code()).isZero();
    assertThat(status("buzon", "S2").path("Estado").asText()).isEqualTo("ENTREGADO");
  }

  @Test
  void cfc_saleAndWhatItsPaperSays_isInformedObservedAndCorrected() throws IOException {
    Path file = folder.resolve("C1.txt");
    String sale = invoice("", "FmaPago=1").replace("Id=\n", "");
    Files.writeString(file, sale.replace("[Fin]", "[Impresion]\nImprimir=N\n[Fin]"));
    String[] paper = {
      "cfc",
      "--tipo",
      "201",
      "--serie",
      "XA",
      "--numero",
      "953001",
      "--fecha",
      "2026-11-20",
      "--constancia",
      "90260000201",
      "--desde",
      "953001",
      "--hasta",
      "953100",
      "--vence",
      "2027-12-31",
      "C1.txt"
    };
    Result result = onDemo(paper);
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    assertThat(result.out())
        .contains("Estado=ENTREGADO", "Id=CFC-201-XA-953001", "TipoCFE=201", "Nro=953001")
        .doesNotContain("CFC_OBSERVADO");
    assertThat(onDemo(paper).out()).contains("Estado=ENTREGADO", "Nro=953001");

    Files.writeString(
        folder.resolve("C2.json"),
        """
        {"Pedido": {"Formato": 1, "Id": "CFC-201-XA-953001"},
         "IdDoc": {"TipoCFE": 101, "FmaPago": 1},
         "Item": [{"IndFact": 3, "NomItem": "Prueba", "Cantidad": 1, "PrecioUnitario": 50}]}
        """);
    paper[paper.length - 1] = "C2.json";
    paper[12] = "953002";
    Result corrected = onDemo(paper);
    assertThat(corrected.out())
        .as(corrected.err())
        .contains("Estado=ENTREGADO", "MntPagar=61.00", "Codigo=CFC_OBSERVADO,G-C2-01");
  }

  @Test
  void cfc_xmlFile_isAMistakeOfUse() throws IOException {
    Files.writeString(folder.resolve("C3.xml"), "<CFE/>");
    Result result = onDemo("cfc", "--tipo", "201", "C3.xml");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("CLI-CFC_SIN_SECCIONES");
  }

  @Test
  void replay_withoutChoice_isAMistakeOfUse() {
    assertThat(onDemo("replay").code()).isEqualTo(2);
    assertThat(onDemo("replay", "--todos", "--id", "X").code()).isEqualTo(2);
  }

  @Test
  void cae_listsWhatIsLeft() {
    Result result = onDemo("cae");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("101 serie A").contains("113 serie A").contains("quedan");
  }

  @Test
  void cae_importOfSomethingElse_isRejected() throws IOException {
    Files.writeString(folder.resolve("cae.xml"), "<CAE/>");
    Result result = onDemo("cae", "importar", "cae.xml");
    assertThat(result.code()).isEqualTo(4);
  }

  @Test
  void doctor_healthyDemo_findsNoFault() {
    Result result = onDemo("doctor");
    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.out())
        .contains("La nube responde")
        .contains("CAE 101 A")
        .contains("DEMO EMPRESA DEMO S.A. vale")
        .contains("0 fallas");
    // Two mailboxes have the same certificate.
    assertThat(result.out().lines()).doesNotHaveDuplicates();
  }

  @Test
  void rut_asksTheCloud() {
    assertThat(onDemo("rut", "219999830019").out()).contains("EMPRESA DEMO");
    assertThat(onDemo("rut", "211000001013").code()).isEqualTo(4);
  }

  @Test
  void commands_besideARunningOne_goThroughItsPort() throws IOException {
    Wiring wiring = new Wiring(Map.of(), CLOCK, Locale.ENGLISH);
    try (Installation running =
        wiring.open(ConfigFile.read(folder.resolve("demo/pfacturas.toml")), StatusListener.NONE)) {
      running.serve();
      assertThat(onDemo("status").out()).contains("El sincronizador está en marcha");
      assertThat(onDemo("rut", "219999830019").out()).contains("Consultado ahora");
      assertThat(onDemo("print", "CAJA1-0001").code()).isZero();
      assertThat(onDemo("cae").out()).contains("101 serie A");
      assertThat(onDemo("doctor").out()).contains("El sincronizador está en marcha");
      assertThat(onDemo("replay", "--todos", "--simular").code()).isZero();
      assertThat(onDemo("status", "NADA").code()).isEqualTo(2);
      Files.writeString(folder.resolve("S3.txt"), invoice("S3", "FmaPago=1"));
      assertThat(onDemo("send", "S3.txt").out()).contains("Estado=ENTREGADO");
      Result second = onDemo("run", "--once");
      assertThat(second.code()).isEqualTo(2);
      assertThat(second.err()).contains("ya está en marcha");
    }
  }

  private static String invoice(String id, String more) {
    return """
    [Pedido]
    Formato=1
    Id=%s
    [IdDoc]
    TipoCFE=101
    %s
    [Item]
    IndFact=3
    NomItem=Prueba
    Cantidad=1
    PrecioUnitario=100.00
    [Fin]
    """
        .formatted(id, more);
  }
}
