package uy.pfacturas.nube.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.json.Json;

/** A request that found its route: variables of the path, query and body. */
final class Call {
  private final Map<String, String> variables;
  private final String query;
  private final byte[] body;

  Call(Map<String, String> variables, String query, byte[] body) {
    this.variables = Map.copyOf(variables);
    this.query = query;
    this.body = body;
  }

  /** A variable of the path, decoded. */
  String text(String name) {
    return Objects.requireNonNull(variables.get(name));
  }

  /**
   * A variable of the path that is kept: neither blank nor longer than this.
   *
   * @throws MalformedRequestException if it is
   */
  String text(String name, int maxLength) {
    return bounded(name, text(name), maxLength);
  }

  /**
   * @throws MalformedRequestException if the text is blank or longer than this
   */
  static String bounded(String name, String text, int maxLength) {
    if (text.isBlank() || text.length() > maxLength) {
      throw new MalformedRequestException(name);
    }
    return text;
  }

  /**
   * The type in the variable {@code tipo}.
   *
   * @throws MalformedRequestException if there is no such type
   */
  TipoCfe tipo() {
    return TipoCfe.find(number("tipo", 3)).orElseThrow(() -> new MalformedRequestException("tipo"));
  }

  /**
   * The number in the variables {@code tipo}, {@code serie} and {@code nro}.
   *
   * @throws MalformedRequestException if it is none
   */
  Numero numero() {
    try {
      return new Numero(tipo(), text("serie"), number("nro", 7));
    } catch (IllegalArgumentException e) {
      throw new MalformedRequestException("numero");
    }
  }

  private int number(String name, int digits) {
    String text = text(name);
    if (!text.matches("[0-9]{1," + digits + "}")) {
      throw new MalformedRequestException(name);
    }
    return Integer.parseInt(text);
  }

  /** Whether the query says {@code name=true}. */
  boolean isAsked(String name) {
    return ("&" + query + "&").contains("&" + name + "=true&");
  }

  /** The body as it came. */
  byte[] body() {
    return body.clone();
  }

  /**
   * The body as a message; every part that is not optional must be there.
   *
   * @throws MalformedRequestException if it is not one
   */
  <T> T body(Class<T> type) {
    try {
      return Objects.requireNonNull(
          Json.MAPPER
              .readerFor(type)
              .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
              .<T>readValue(body));
    } catch (JsonMappingException e) {
      throw new MalformedRequestException("JSON " + path(e));
    } catch (JsonProcessingException e) {
      throw new MalformedRequestException("JSON " + where(e.getLocation()));
    } catch (IOException | NullPointerException e) {
      throw new MalformedRequestException("JSON");
    }
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String where(JsonLocation location) {
    return location.getLineNr() + ":" + location.getColumnNr();
  }
}
