package uy.pfacturas.cli.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.json.Json;

/** Asks the cloud what only people ask: the company's CAEs. */
final class CloudLink {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int SERVER_FAULT = 500;

  private final URI base;
  private final String key;
  private final String ruc;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  CloudLink(URI base, String key, String ruc) {
    this.base = base;
    this.key = key;
    this.ruc = ruc;
  }

  /** The CAEs, with what is left of each. */
  JsonNode list() {
    return send(request().GET().build());
  }

  /** Hands in DGI's file of a CAE; gives the list then. Repeatable. */
  JsonNode add(String file) {
    return send(
        request()
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofString(file))
            .build());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(base.resolve("/v1/emisores/" + ruc + "/cae"))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key);
  }

  private JsonNode send(HttpRequest request) {
    HttpResponse<String> response;
    try {
      response = http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CliException(Exit.UNAVAILABLE, "nube_no_responde", base, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(Exit.UNAVAILABLE, "nube_no_responde", base, e.toString());
    }
    JsonNode body = parse(response.body());
    if (response.statusCode() == OK || response.statusCode() == CREATED) {
      return body;
    }
    throw response.statusCode() >= SERVER_FAULT
        ? new CliException(Exit.UNAVAILABLE, "nube_no_responde", base, response.statusCode())
        : new CliException(
            Exit.REJECTED,
            "nube_rechaza",
            body.path("mensaje").asText(),
            body.path("queHacer").asText(),
            body.path("codigo").asText());
  }

  private JsonNode parse(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new CliException(Exit.UNAVAILABLE, "nube_no_responde", base, e.getOriginalMessage());
    }
  }
}
