package uy.pfacturas.nube.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.protocol.Rechazo;

/** Speaks plain HTTP to a cloud, as another program would. */
public final class Client {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final Optional<String> key;

  /** With a key. */
  public Client(URI base, String key) {
    this(base, Optional.of(key));
  }

  private Client(URI base, Optional<String> key) {
    this.base = base;
    this.key = key;
  }

  /** The same without a key. */
  public Client withoutKey() {
    return new Client(base, Optional.empty());
  }

  /** The same with another key. */
  public Client withKey(String other) {
    return new Client(base, Optional.of(other));
  }

  /** What came back. */
  public record Response(int status, String text, HttpResponse<String> raw) {
    /** The body as a message. */
    public <T> T as(Class<T> type) {
      try {
        return Json.MAPPER.readValue(text, type);
      } catch (IOException e) {
        throw new UncheckedIOException(text, e);
      }
    }

    /** The body as JSON. */
    public JsonNode json() {
      return as(JsonNode.class);
    }

    /** The code of a refusal. */
    public String codigo() {
      return as(Rechazo.class).codigo();
    }
  }

  /** GET. */
  public Response get(String path) {
    return send(request(path).GET());
  }

  /** PUT of a message. */
  public Response put(String path, Object body) {
    return send(request(path).PUT(json(body)));
  }

  /** POST of a message. */
  public Response post(String path, Object body) {
    return send(request(path).POST(json(body)));
  }

  /** POST of bytes. */
  public Response post(String path, byte[] body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** PUT of text as it is. */
  public Response putText(String path, String body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A request to be completed. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + path.substring(1)))
            .timeout(Duration.ofSeconds(20));
    key.ifPresent(k -> builder.header("Authorization", "Bearer " + k));
    return builder;
  }

  /** Sends a request and waits. */
  public Response send(HttpRequest.Builder builder) {
    try {
      HttpResponse<String> response =
          http.send(builder.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Response(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    try {
      return HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text as one segment of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
