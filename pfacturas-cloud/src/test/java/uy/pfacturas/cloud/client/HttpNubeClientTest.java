package uy.pfacturas.cloud.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SolicitudFirma;

class HttpNubeClientTest {
  private static final Numero NUMERO = new Numero(TipoCfe.E_TICKET, "A", 7);
  private static final SolicitudFirma ASKED =
      new SolicitudFirma("CAJA", NUMERO, "00", "<CFE/>", Optional.empty(), false);
  private static final String SIGNED =
      """
      {"epoca":1,"id":"CAJA/1","numero":{"tipo":101,"serie":"A","nro":7},"estacion":"CAJA",
       "estado":"SIN_CONFIRMAR","hash":"abc","xml":"<CFE/>","nivel":0}""";

  private final MockWebServer server = new MockWebServer();
  private HttpNubeClient client = client(URI.create("http://127.0.0.1:1"));

  @BeforeEach
  void start() throws IOException {
    server.start();
    client = client(server.url("/").uri());
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static HttpNubeClient client(URI base) {
    return new HttpNubeClient(
        new NubeConfig(
            base,
            new ApiKey("clave-secreta"),
            "219999830019",
            "CAJA",
            Duration.ofSeconds(3),
            Duration.ofSeconds(2)));
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private Answer.NotServed<?> notServed() {
    Answer<DocumentoFirmado> answer = client.firmar("CAJA/1", ASKED);
    assertThat(answer).isInstanceOf(Answer.NotServed.class);
    return (Answer.NotServed<?>) answer;
  }

  @Test
  void firmar_created_isDone() throws Exception {
    answer(201, SIGNED);
    assertThat(client.firmar("CAJA/1 ñ?&", ASKED).value().orElseThrow().hash()).isEqualTo("abc");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget())
        .isEqualTo("/v1/emisores/219999830019/documentos/CAJA%2F1%20%C3%B1%3F&");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer clave-secreta");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "<html>proxy</html>",
        "{}",
        "[]",
        "{\"epoca\":1,\"id\":\"CAJA/1\"}",
        "{\"epoca\":1}{\"epoca\":1}"
      })
  void firmar_garbageWith200_isUnknown(String body) {
    answer(200, body);
    assertThat(notServed().cause()).isEqualTo(Answer.Cause.UNKNOWN);
  }

  @Test
  void firmar_pageOfAProxyWith404_isUnknownAndNoRefusal() {
    answer(404, "<html>not found</html>");
    assertThat(notServed().cause()).isEqualTo(Answer.Cause.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void firmar_notNow_saysHowLong(int status) {
    server.enqueue(
        new MockResponse.Builder().code(status).addHeader("Retry-After", "7").body("{}").build());
    Answer.NotServed<?> answer = notServed();
    assertThat(answer.cause()).isEqualTo(Answer.Cause.NOT_NOW);
    assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 204, 304})
  void firmar_otherStatus_isUnknown(int status) {
    server.enqueue(new MockResponse.Builder().code(status).addHeader("Location", "/x").build());
    assertThat(notServed().cause()).isEqualTo(Answer.Cause.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void firmar_unauthorized_isSaidWithoutTheKey(int status) {
    answer(status, "no");
    Answer.NotServed<?> answer = notServed();
    assertThat(answer.cause()).isEqualTo(Answer.Cause.UNAUTHORIZED);
    assertThat(answer.toString()).doesNotContain("clave-secreta");
  }

  @Test
  void firmar_refusal_bearsItsWords() {
    answer(
        422,
        """
        {"epoca":3,"codigo":"DOCUMENTO_INVALIDO","mensaje":"m","queHacer":"q",
         "numero":{"tipo":101,"serie":"A","nro":7},"faltas":["f"]}""");
    Answer<DocumentoFirmado> answer = client.firmar("CAJA/1", ASKED);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(((Answer.Refused<?>) answer).rechazo().numero()).contains(NUMERO);
  }

  @Test
  void firmar_halfAnAnswer_isUnknown() {
    server.enqueue(
        new MockResponse.Builder()
            .body(SIGNED)
            .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    assertThat(notServed().cause()).isEqualTo(Answer.Cause.UNKNOWN);
  }

  @Test
  void firmar_noAnswer_isUnknownInTime() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThat(notServed().cause()).isEqualTo(Answer.Cause.UNKNOWN);
  }

  @Test
  void firmar_nobodyThere_isUnknown() {
    server.close();
    assertThat(notServed().cause()).isEqualTo(Answer.Cause.UNKNOWN);
  }

  @Test
  void firmar_endlessBody_isUnknown() {
    answer(200, " ".repeat((4 << 20) + 1));
    assertThat(notServed().cause()).isEqualTo(Answer.Cause.UNKNOWN);
  }

  @Test
  void entregar_path_namesTheNumber() throws Exception {
    answer(
        200,
        """
        {"epoca":1,"numero":{"tipo":101,"serie":"A","nro":7},"hash":"abc","estado":"FIRME",
         "nivel":1}""");
    Answer<AcuseEntrega> answer =
        client.entregar(
            NUMERO,
            new Entrega("CAJA", "CAJA/1", "00", "abc", "<CFE/>", Optional.empty(), false, false));
    assertThat(answer.value().orElseThrow().nivel()).isEqualTo(1);
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/v1/emisores/219999830019/numeros/101/A/7/entrega");
  }

  @Test
  void salud_whole_isRead() {
    answer(
        200,
        "{\"epoca\":4,\"ambiente\":\"demo\",\"hora\":\"2026-11-24T00:00:00Z\",\"version\":\"1\"}");
    assertThat(client.salud().value().map(Salud::epoca)).contains(4L);
  }

  @Test
  void open_plainHttpElsewhere_isRefused() {
    assertThatThrownBy(() -> client(URI.create("http://nube.example.com")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void apiKey_text_isMasked() {
    assertThat(List.of(new ApiKey("clave-secreta")).toString()).doesNotContain("secreta");
    assertThatThrownBy(() -> new ApiKey("a b\n")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void backoff_failures_growToTheMost() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
    java.util.Random random = new java.util.Random(1);
    assertThat(backoff.after(1, Duration.ZERO, random)).isBetween(ms(50), ms(100));
    assertThat(backoff.after(3, Duration.ZERO, random)).isBetween(ms(200), ms(400));
    assertThat(backoff.after(60, Duration.ZERO, random)).isBetween(ms(500), ms(1000));
    assertThat(backoff.after(1, Duration.ofSeconds(9), random)).isEqualTo(Duration.ofSeconds(9));
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
