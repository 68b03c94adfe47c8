package uy.pfacturas.cli.mishap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import uy.pfacturas.core.json.Json;

/**
 * What a status file says; what is absent is empty text.
 *
 * @param numero as in {@code 101-A-134}
 */
record Told(
    String estado,
    String id,
    String numero,
    boolean impreso,
    String codigo,
    String mensaje,
    String queHacer) {
  static Told of(byte[] json) {
    try {
      JsonNode status = Json.MAPPER.readTree(json);
      String nro = status.path("Nro").asText();
      return new Told(
          status.path("Estado").asText(),
          status.path("Id").asText(),
          nro.isEmpty()
              ? ""
              : status.path("TipoCFE").asText() + "-" + status.path("Serie").asText() + "-" + nro,
          status.path("Impreso").asBoolean(),
          status.path("Codigo").asText(),
          status.path("Mensaje").asText(),
          status.path("QueHacer").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
