package uy.pfacturas.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.demo.DemoNube;

/** A program without a station talks to a real cloud over HTTP. */
@Timeout(60)
class CloudStationsTest {
  private static final String SALE =
      """
      [Pedido]
      Formato=1
      [IdDoc]
      TipoCFE=101
      FmaPago=1
      [Item]
      IndFact=3
      NomItem=Yerba 1 kg
      Cantidad=1
      UniMed=un
      PrecioUnitario=%s
      [Fin]
      """;

  @TempDir private Path folder;
  private final Clock clock = Clock.system(ZoneId.of("America/Montevideo"));
  private final HttpClient http = HttpClient.newHttpClient();
  private DemoNube demo;
  private Nube nube;

  @BeforeEach
  void start() {
    demo = DemoNube.prepare(folder.resolve("nube"), clock);
    nube = open();
  }

  private Nube open() {
    return Nube.start(
        demo.config(),
        clock,
        inside ->
            new CloudStations(
                inside, folder.resolve("nube/estaciones"), folder.resolve("copia"), clock));
  }

  @AfterEach
  void stop() {
    nube.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String id)
      throws IOException, InterruptedException {
    return http.send(
        request
            .uri(nube.address().resolve("/v1/emisores/" + demo.ruc() + "/pedidos/" + id))
            .header("Authorization", "Bearer " + demo.apiKey().reveal())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode put(String id, String price, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder()
                .PUT(HttpRequest.BodyPublishers.ofString(SALE.formatted(price))),
            id);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Json.MAPPER.readTree(response.body());
  }

  @Test
  void put_aSale_isSignedAndAnsweredWithItsXml() throws Exception {
    JsonNode answer = put("WEB-1", "100.00", 200);

    assertThat(answer.path("XmlFirmado").asText()).contains("<Nro>1</Nro>", "<DigestValue>");
    assertThat(answer.path("Qr").asText()).contains(demo.ruc());
  }

  @Test
  void put_again_getsTheSameAnswer() throws Exception {
    JsonNode first = put("WEB-1", "100.00", 200);
    JsonNode again = put("WEB-1", "100.00", 200);

    assertThat(again.path("XmlFirmado")).isEqualTo(first.path("XmlFirmado"));
    assertThat(put("WEB-2", "100.00", 200).path("Nro").asInt()).isEqualTo(2);
  }

  @Test
  void put_otherContentUnderTheId_isRefused() throws Exception {
    put("WEB-1", "100.00", 200);

    assertThat(put("WEB-1", "200.00", 200).path("Codigo").asText()).isEqualTo("ID_REPETIDO");
    HttpResponse<String> asked = send(HttpRequest.newBuilder().GET(), "WEB-1");
    assertThat(asked.body()).contains("XmlFirmado");
  }

  @Test
  void put_paper_isInformedAndCorrectedUnderTheSameId() throws Exception {
    String paper =
        SALE.replace("Formato=1", "Formato=1\nTipo=cfc")
            .replace("TipoCFE=101", "TipoCFE=201\nSerie=XA\nNro=7\nFchEmis=20261120")
            .replace(
                "[Fin]", "[CAEData]\nCAE_ID=90260000201\nDNro=1\nHNro=9\nFecVenc=20271231\n[Fin]");
    HttpResponse<String> first = sendPaper(paper.formatted("100.00"));
    HttpResponse<String> again = sendPaper(paper.formatted("100.00"));
    HttpResponse<String> corrected = sendPaper(paper.formatted("200.00"));

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(first.body()).contains("<Nro>7</Nro>").doesNotContain("consultaQR");
    assertThat(Json.MAPPER.readTree(again.body()).path("XmlFirmado"))
        .isEqualTo(Json.MAPPER.readTree(first.body()).path("XmlFirmado"));
    assertThat(Json.MAPPER.readTree(corrected.body()).path("XmlFirmado").asText())
        .contains("<MntTotal>244.00</MntTotal>", "<Nro>7</Nro>");
  }

  private HttpResponse<String> sendPaper(String text) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofString(text)), "P-1");
  }

  @Test
  void get_afterTheCloudWasStopped_theAnswerIsKept() throws Exception {
    put("WEB-1", "100.00", 200);
    nube.close();
    nube = open();

    assertThat(send(HttpRequest.newBuilder().GET(), "WEB-1").body()).contains("XmlFirmado");
    assertThat(put("WEB-1", "100.00", 200).path("Nro").asInt()).isEqualTo(1);
    assertThat(Files.isDirectory(folder.resolve("copia").resolve(demo.ruc()))).isTrue();
  }

  @Test
  void get_unknownIdOrOneThatIsNoName_isRefused() throws Exception {
    assertThat(send(HttpRequest.newBuilder().GET(), "NADA").statusCode()).isEqualTo(404);
    assertThat(send(HttpRequest.newBuilder().GET(), "..%2Fotro").statusCode()).isEqualTo(400);
  }
}
