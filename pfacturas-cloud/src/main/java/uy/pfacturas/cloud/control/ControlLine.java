package uy.pfacturas.cloud.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import uy.pfacturas.core.json.Json;

/**
 * A line of an answer: an object with one key, which is written in exactly one way, so that a
 * client can take its value out without a reader of JSON.
 *
 * @param kind its key
 * @param json the text of its value
 */
record ControlLine(Kind kind, String json) {
  /** What a line says. */
  enum Kind {
    AVANCE,
    RESPUESTA,
    ERROR;

    private String start() {
      return "{\"" + name().toLowerCase(Locale.ROOT) + "\":";
    }
  }

  /** A line with this value. */
  static ControlLine of(Kind kind, JsonNode value) {
    try {
      return new ControlLine(kind, Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is JSON", e);
    }
  }

  /** A line that says why an order was not done. */
  static ControlLine of(ControlException why) {
    ObjectNode value = Json.MAPPER.createObjectNode();
    value.put("codigo", why.codigo()).put("mensaje", why.getMessage());
    return of(Kind.ERROR, value);
  }

  /**
   * Reads a line.
   *
   * @throws IOException if it is none
   */
  static ControlLine parse(String line) throws IOException {
    for (Kind kind : Kind.values()) {
      if (line.startsWith(kind.start()) && line.endsWith("}")) {
        return new ControlLine(kind, line.substring(kind.start().length(), line.length() - 1));
      }
    }
    throw new IOException("not a line of an answer: " + line);
  }

  /** As it is sent, with its line feed. */
  String text() {
    return kind.start() + json + "}\n";
  }

  /** Why an order was not done, for a line that says so. */
  ControlException error() throws IOException {
    JsonNode value = Json.MAPPER.readTree(json);
    return new ControlException(value.path("codigo").asText(), value.path("mensaje").asText());
  }
}
