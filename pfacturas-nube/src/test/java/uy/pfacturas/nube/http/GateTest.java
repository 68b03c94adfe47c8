package uy.pfacturas.nube.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.DemoFolder;
import uy.pfacturas.nube.testing.Rig;

class GateTest {
  @TempDir Path temp;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void salud_withoutKey_answers() {
    Client.Response response = rig.client().withoutKey().get("/v1/salud");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.as(Salud.class).hora()).isEqualTo(rig.clock().instant());
    assertThat(response.as(Salud.class).version()).isNotBlank();
    assertThat(response.raw().headers().firstValue("PFacturas-Epoca")).contains("1");
  }

  @Test
  void anythingElse_withoutOrWithWrongKey_isUnauthorized() {
    String right = DemoFolder.template().apiKey().reveal();
    List<String> wrong =
        List.of("x", "pf_a_b", right + "x", right.substring(0, right.length() - 1), "pf__");

    assertThat(rig.client().withoutKey().get(Rig.EMISOR + "/empresa").codigo())
        .isEqualTo("SIN_CREDENCIAL");
    for (String key : wrong) {
      Client.Response response = rig.client().withKey(key).get("/v1/rut/219999830019");
      assertThat(response.status()).isEqualTo(401);
      assertThat(response.raw().headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void otherCompany_isForbidden() {
    Client.Response response = rig.client().get("/v1/emisores/210000000027/empresa");

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.codigo()).isEqualTo("OTRA_EMPRESA");
  }

  @Test
  void empresa_isTheRecord() {
    assertThat(rig.client().get(Rig.EMISOR + "/empresa").as(Empresa.class))
        .isEqualTo(rig.nube().companies().find("219999830019").orElseThrow());
  }

  @Test
  void rut_knownUnknownAndWrong() {
    Contribuyente known = rig.client().get("/v1/rut/21.9999830019").as(Contribuyente.class);

    assertThat(known.denominacion()).isEqualTo("EMPRESA DEMO S.A.");
    assertThat(known.consultado()).isEqualTo(rig.clock().instant());
    assertThat(rig.client().get("/v1/rut/210000000027").codigo()).isEqualTo("RUT_DESCONOCIDO");
    assertThat(rig.client().get("/v1/rut/210000000028").codigo()).isEqualTo("RUT_INVALIDO");
  }

  @Test
  void unknownPathOrMethod_isJson() {
    assertThat(rig.client().get("/v1/nada").codigo()).isEqualTo("RUTA_DESCONOCIDA");
    assertThat(rig.client().get("/").status()).isEqualTo(404);
    Client.Response method = rig.client().put("/v1/salud", Map.of());
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.codigo()).isEqualTo("METODO_NO_PERMITIDO");
  }

  @Test
  void malformedBodies_areRefusedWithoutInsides() {
    String path = Rig.EMISOR + "/documentos/x";
    List<String> bodies =
        List.of(
            "",
            "{",
            "null",
            "[]",
            "{}",
            "{\"estacion\":null}",
            "{\"estacion\":\"E\",\"numero\":{\"tipo\":999,\"serie\":\"A\",\"nro\":1}}",
            "{\"estacion\":\"E\",\"numero\":{\"tipo\":101,\"serie\":\"A\",\"nro\":0},\"huella\":\"h\",\"xml\":\"\"}",
            "{\"estacion\":\" \",\"numero\":{\"tipo\":101,\"serie\":\"A\",\"nro\":1},\"huella\":\"h\",\"xml\":\"\"}");
    for (String body : bodies) {
      Client.Response response = rig.client().putText(path, body);
      assertThat(response.status()).as(body).isEqualTo(400);
      assertThat(response.codigo()).isEqualTo("PEDIDO_INVALIDO");
      assertThat(response.text()).doesNotContain("uy.pfacturas").doesNotContain("Exception");
    }
  }

  @Test
  void malformedPaths_areRefused() {
    assertThat(rig.client().get(Rig.EMISOR + "/documentos/%FF").codigo())
        .isEqualTo("PEDIDO_INVALIDO");
    assertThat(rig.client().get(Rig.EMISOR + "/documentos/%20").codigo())
        .isEqualTo("PEDIDO_INVALIDO");
    assertThat(rig.client().get(Rig.EMISOR + "/documentos/" + "x".repeat(513)).codigo())
        .isEqualTo("PEDIDO_INVALIDO");
    assertThat(rig.client().putText(Rig.EMISOR + "/numeros/101/ABC/1/entrega", entrega()).codigo())
        .isEqualTo("PEDIDO_INVALIDO");
    assertThat(
            rig.client()
                .putText(Rig.EMISOR + "/numeros/101/A/99999999/entrega", entrega())
                .codigo())
        .isEqualTo("PEDIDO_INVALIDO");
  }

  private static String entrega() {
    return "{\"estacion\":\"E\",\"id\":\"i\",\"huella\":\"h\",\"hash\":\"h\",\"xml\":\"x\"}";
  }

  @Test
  void hugeBody_isRefused() {
    String huge = "x".repeat((2 << 20) + 1);
    Client.Response announced = rig.client().putText(Rig.EMISOR + "/documentos/x", huge);
    Client.Response streamed =
        rig.client()
            .send(
                rig.client()
                    .request(Rig.EMISOR + "/documentos/x")
                    .PUT(
                        HttpRequest.BodyPublishers.fromPublisher(
                            HttpRequest.BodyPublishers.ofString(huge))));

    assertThat(announced.status()).isEqualTo(413);
    assertThat(announced.codigo()).isEqualTo("DEMASIADO_GRANDE");
    assertThat(streamed.codigo()).isEqualTo("DEMASIADO_GRANDE");
  }

  @Test
  void refusal_inEnglish_whenAskedFor() {
    Client.Response response =
        rig.client()
            .send(rig.client().request("/v1/nada").header("Accept-Language", "en-US").GET());

    assertThat(response.as(Rechazo.class).mensaje()).startsWith("The cloud does not know");
  }

  @Test
  void brokenHttp_isJson() throws IOException {
    String request = "GET /v1/salud HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(40_000) + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.nube().port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("\"PEDIDO_INVALIDO\"");
    }
  }

  @Test
  void slowBodies_doNotKeepOthersWaiting() throws IOException {
    List<Socket> slow = new java.util.ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.nube().port());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("PUT "
                        + Rig.EMISOR
                        + "/documentos/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + DemoFolder.template().apiKey().reveal()
                        + "\r\nContent-Length: 100\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(rig.client().get(Rig.EMISOR + "/empresa").status()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }
}
