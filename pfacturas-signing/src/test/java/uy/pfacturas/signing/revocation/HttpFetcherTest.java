package uy.pfacturas.signing.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
  private final MockWebServer server = new MockWebServer();
  private final Fetcher fetcher = Fetcher.http(Duration.ofMillis(500));

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void get_asManyBytesAsAllowed_givesThem() throws IOException {
    answer("12345");

    assertThat(fetcher.get(address(), 5)).hasSize(5);
  }

  @Test
  void get_moreBytes_isNoAnswer() {
    answer("123456");

    assertThatThrownBy(() -> fetcher.get(address(), 5))
        .isInstanceOf(IOException.class)
        .hasMessage("> 5 bytes");
  }

  @Test
  void post_sendsTheBytesAndTheirType() throws Exception {
    answer("sí");

    byte[] got = fetcher.post(address(), "application/ocsp-request", new byte[] {1, 2}, 100);
    assertThat(new String(got, StandardCharsets.UTF_8)).isEqualTo("sí");
    var request = server.takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/ocsp-request");
    assertThat(request.getBody().toByteArray()).containsExactly(1, 2);
  }

  @Test
  void get_answerThatDripsForLong_isGivenUp() {
    server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(1000))
            .throttleBody(10, 200, TimeUnit.MILLISECONDS)
            .build());

    assertThatThrownBy(() -> fetcher.get(address(), 5000)).isInstanceOf(IOException.class);
  }

  @Test
  void get_redirect_isFollowed() throws IOException {
    redirect("/otra");
    answer("sí");

    assertThat(fetcher.get(address(), 100)).isNotEmpty();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "jar:http://127.0.0.1/x!/y"})
  void get_redirectToAnotherProtocol_isNoAnswer(String target) {
    redirect(target);

    assertThatThrownBy(() -> fetcher.get(address(), 100))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "ldap://127.0.0.1/x"})
  void get_anotherProtocol_isNoAnswer(String address) {
    assertThatThrownBy(() -> fetcher.get(URI.create(address), 100))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(address);
  }

  @Test
  void get_redirectsWithoutEnd_isNoAnswer() {
    for (int i = 0; i < 10; i++) {
      redirect("/otra");
    }

    assertThatThrownBy(() -> fetcher.get(address(), 100)).isInstanceOf(IOException.class);
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void get_error_isNoAnswer() {
    server.enqueue(new MockResponse.Builder().code(503).body("x").build());

    assertThatThrownBy(() -> fetcher.get(address(), 100)).hasMessage("HTTP 503");
  }

  private URI address() {
    return server.url("/").uri();
  }

  private void answer(String text) {
    server.enqueue(new MockResponse.Builder().body(text).build());
  }

  private void redirect(String target) {
    server.enqueue(new MockResponse.Builder().code(302).setHeader("Location", target).build());
  }
}
