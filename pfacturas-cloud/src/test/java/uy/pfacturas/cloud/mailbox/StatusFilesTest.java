package uy.pfacturas.cloud.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.json.Json;

class StatusFilesTest {
  @TempDir Path folder;
  private Buzon buzon;

  @BeforeEach
  void open() {
    buzon = new Buzon(folder.resolve("buzon"));
  }

  @AfterEach
  void close() {
    buzon.close();
  }

  private static StatusFile full() {
    return StatusFileBuilder.builder()
        .estado(Estado.FIRMADO)
        .desde(OffsetDateTime.parse("2026-11-24T12:00:00-03:00"))
        .id(Optional.of("CAJA1-000123"))
        .tipoCfe(Optional.of(TipoCfe.of(101)))
        .serie(Optional.of("A"))
        .nro(Optional.of(134))
        .fchEmis(Optional.of(LocalDate.parse("2026-11-24")))
        .tmstFirma(Optional.of(OffsetDateTime.parse("2026-11-24T12:00:01-03:00")))
        .tpoMoneda(Optional.of("UYU"))
        .mntTotal(Optional.of(new BigDecimal("399.00")))
        .mntPagar(Optional.of(new BigDecimal("1234567.50")))
        .codigoSeguridad(Optional.of("FaxvuK"))
        .qr(Optional.of("https://example.uy/cfe?x=1"))
        .caeId(Optional.of(90260000001L))
        .dNro(Optional.of(1))
        .hNro(Optional.of(1000))
        .fecVenc(Optional.of(LocalDate.parse("2028-11-24")))
        .xml(Optional.of("firmados/2026/11/24/101-A-134.xml"))
        .pdf(Optional.of("firmados/2026/11/24/101-A-134.pdf"))
        .impreso(Optional.of(true))
        .diferenciaErp(Optional.of(new BigDecimal("399.01")))
        .codigo(Optional.of("CAL-01"))
        .mensaje(Optional.of("Ñandú €\r\nEstado=ANULADO"))
        .queHacer(Optional.of("nada"))
        .build();
  }

  @Test
  void writeStatus_everything_hasTheKeysInOrderInTheMailboxEncoding() {
    buzon.syntax = new Syntax(Optional.of(Charset.forName("IBM850")), true, 1 << 20);
    buzon.reopen();
    buzon.mailbox.writeStatus(full(), "FACT0001");

    assertThat(buzon.read("salida/FACT0001.estado.txt", Charset.forName("IBM850")))
        .isEqualTo(
            String.join(
                "\r\n",
                "Estado=FIRMADO",
                "Desde=2026-11-24T12:00:00-03:00",
                "Id=CAJA1-000123",
                "TipoCFE=101",
                "Serie=A",
                "Nro=134",
                "FchEmis=2026-11-24",
                "TmstFirma=2026-11-24T12:00:01-03:00",
                "TpoMoneda=UYU",
                "MntTotal=399,00",
                "MntPagar=1234567,50",
                "CodigoSeguridad=FaxvuK",
                "Qr=https://example.uy/cfe?x=1",
                "CAE_ID=90260000001",
                "DNro=1",
                "HNro=1000",
                "FecVenc=2028-11-24",
                "Xml=firmados/2026/11/24/101-A-134.xml",
                "Pdf=firmados/2026/11/24/101-A-134.pdf",
                "Impreso=SI",
                "DiferenciaERP=399,01",
                "Codigo=CAL-01",
                "Mensaje=Ñandú ? Estado=ANULADO",
                "QueHacer=nada",
                ""));
    assertThat(buzon.read("salida/por-id/CAJA1-000123.estado.txt", Charset.forName("IBM850")))
        .isEqualTo(buzon.read("salida/FACT0001.estado.txt", Charset.forName("IBM850")));
  }

  @Test
  void writeStatus_json_hasTheSameKeysAndNumbers() throws IOException {
    buzon.mailbox.writeStatus(full(), "FACT0001");
    JsonNode json = Json.MAPPER.readTree(buzon.read("salida/FACT0001.estado.json"));
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);

    assertThat(String.join(", ", keys))
        .isEqualTo(
            "Estado, Desde, Id, TipoCFE, Serie, Nro, FchEmis, TmstFirma, TpoMoneda, MntTotal,"
                + " MntPagar, CodigoSeguridad, Qr, CAE_ID, DNro, HNro, FecVenc, Xml, Pdf, Impreso,"
                + " DiferenciaERP, Codigo, Mensaje, QueHacer");
    assertThat(json.get("MntPagar").decimalValue()).isEqualByComparingTo("1234567.50");
    assertThat(buzon.read("salida/FACT0001.estado.json")).contains("\"MntPagar\":1234567.50");
    assertThat(json.get("Impreso").booleanValue()).isTrue();
    assertThat(json.get("Mensaje").textValue()).isEqualTo("Ñandú €\r\nEstado=ANULADO");
    assertThat(buzon.files("salida/por-id"))
        .containsExactly("CAJA1-000123.estado.json", "CAJA1-000123.estado.txt");
  }

  @Test
  void writeStatus_nothingKnown_keepsAllKeysInTextAndNoneInJson() {
    buzon.mailbox.writeStatus(
        StatusFileBuilder.builder()
            .estado(Estado.RECIBIDO)
            .desde(OffsetDateTime.parse("2026-11-24T12:00:00-03:00"))
            .build(),
        "F");

    assertThat(buzon.read("salida/F.estado.txt").lines()).hasSize(24).contains("Id=", "Impreso=");
    assertThat(buzon.read("salida/F.estado.json"))
        .isEqualTo("{\"Estado\":\"RECIBIDO\",\"Desde\":\"2026-11-24T12:00:00-03:00\"}\n");
    assertThat(buzon.files("salida/por-id")).isEmpty();
  }

  @Test
  void writeStatus_heldByTheErp_doesNotStopOthersAndTheLatestWins() {
    buzon.mailbox.writeStatus(buzon.status(Estado.RECIBIDO, "1"), "A");
    buzon.disk.held.add("A.estado.txt");
    buzon.mailbox.writeStatus(buzon.status(Estado.ENVIANDO, "1"), "A");
    buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "1"), "A");
    buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "2"), "B");

    assertThat(buzon.read("salida/A.estado.txt")).startsWith("Estado=RECIBIDO");
    assertThat(buzon.read("salida/A.estado.json")).contains("FIRMADO");
    assertThat(buzon.read("salida/B.estado.txt")).startsWith("Estado=FIRMADO");
    buzon.disk.held.clear();
    buzon.mailbox.retry();
    assertThat(buzon.read("salida/A.estado.txt")).as("not yet due").startsWith("Estado=RECIBIDO");
    buzon.pass(Duration.ofMillis(200));
    buzon.mailbox.retry();
    assertThat(buzon.read("salida/A.estado.txt")).startsWith("Estado=FIRMADO");
    assertThat(buzon.files("salida")).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void writeStatus_heldForLong_isReportedAndTriedOn() {
    buzon.disk.held.add("A.estado.txt");
    buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "1"), "A");
    buzon.pass(Duration.ofMillis(9999));
    assertThat(buzon.mailbox.troubles()).isEmpty();
    buzon.pass(Duration.ofMillis(1));

    assertThat(buzon.mailbox.troubles())
        .extracting(fault -> fault.code().code())
        .containsExactly("BUZ-07");
    buzon.mailbox.retry();
    buzon.pass(Duration.ofDays(2));
    buzon.disk.held.clear();
    buzon.mailbox.retry();
    assertThat(buzon.read("salida/A.estado.txt")).startsWith("Estado=FIRMADO");
    assertThat(buzon.mailbox.troubles()).isEmpty();
  }

  @Test
  void writeStatus_diskFull_isWrittenWhenThereIsRoom() {
    buzon.disk.isFull = true;
    buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "1"), "A");
    buzon.pass(Duration.ofSeconds(10));
    assertThat(buzon.mailbox.troubles())
        .hasSize(4)
        .allSatisfy(
            fault -> {
              assertThat(fault.code()).isEqualTo(MailboxFault.NOT_WRITABLE);
              assertThat(fault.args()).last().isEqualTo("No space left on device");
            });
    buzon.disk.isFull = false;
    buzon.mailbox.retry();

    assertThat(buzon.mailbox.troubles()).isEmpty();
    assertThat(buzon.files("salida")).hasSize(4);
  }

  @Test
  void writeStatus_linkInItsPlace_isReplacedAndNotFollowed() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "untouched");
    Files.createSymbolicLink(buzon.root.resolve("salida/A.estado.txt"), outside);
    buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "1"), "A");

    assertThat(outside).hasContent("untouched");
    assertThat(buzon.read("salida/A.estado.txt")).startsWith("Estado=FIRMADO");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../x", "a/b", "a\\b", "", ".x", "C:x", "NUL"})
  void writeStatus_nameThatCouldLeaveTheFolder_isRefused(String name) {
    assertThatThrownBy(() -> buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "1"), name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tidy_olderThanThirtyDays_isMovedByMonth() throws IOException {
    buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "1"), "A");
    buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "2"), "B");
    for (String old : List.of("A.estado.txt", "A.estado.json", "por-id/1.estado.txt")) {
      Files.setLastModifiedTime(
          buzon.root.resolve("salida").resolve(old),
          FileTime.from(Buzon.START.minus(Duration.ofDays(30)).minusMillis(1)));
    }
    buzon.mailbox.tidy();

    assertThat(buzon.files("salida"))
        .contains(
            "2026/10/A.estado.txt",
            "2026/10/A.estado.json",
            "2026/10/por-id/1.estado.txt",
            "B.estado.txt",
            "por-id/1.estado.json",
            "por-id/2.estado.txt")
        .doesNotContain("A.estado.txt", "por-id/1.estado.txt");
  }

  @Test
  void tidy_statusThatWaitsToBeWritten_isNotForgotten() throws IOException {
    buzon.mailbox.writeStatus(buzon.status(Estado.RECIBIDO, "1"), "A");
    Files.setLastModifiedTime(buzon.root.resolve("salida/A.estado.txt"), FileTime.fromMillis(0));
    buzon.disk.held.add("A.estado.txt");
    buzon.mailbox.writeStatus(buzon.status(Estado.FIRMADO, "1"), "A");
    buzon.disk.held.clear();
    buzon.mailbox.tidy();
    buzon.pass(Duration.ofSeconds(1));
    buzon.mailbox.retry();

    assertThat(buzon.read("salida/A.estado.txt")).startsWith("Estado=FIRMADO");
  }

  @Test
  void tidy_leftHalfWrittenByACrash_isRemovedAfterADay() throws IOException {
    Path left = Files.writeString(buzon.root.resolve("salida/.18f-7.tmp"), "x");
    Files.setLastModifiedTime(left, FileTime.from(Buzon.START.minus(Duration.ofDays(2))));
    Path young = Files.writeString(buzon.root.resolve("salida/.18f-8.tmp"), "x");
    Files.setLastModifiedTime(young, FileTime.from(Buzon.START));
    buzon.mailbox.tidy();

    assertThat(left).doesNotExist();
    assertThat(young).exists();
  }
}
