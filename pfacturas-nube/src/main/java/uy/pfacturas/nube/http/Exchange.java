package uy.pfacturas.nube.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.nube.refusal.Codigo;

/**
 * A request, and the way back to who sent it. Every answer bears the epoch in the header {@code
 * PFacturas-Epoca}.
 */
record Exchange(Request request, Response response, Callback callback, long epoca) {
  void send(Answer answer) {
    if (answer instanceof Answer.No no) {
      Codigo codigo = no.refusal().codigo();
      if (codigo == Codigo.SIN_CREDENCIAL) {
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
      }
      write(codigo.status(), no.refusal().say(epoca, locale()));
    } else if (answer instanceof Answer.Value value) {
      write(value.status(), value.body());
    }
  }

  private void write(int status, Object body) {
    byte[] json;
    try {
      json = Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("PFacturas-Epoca", epoca);
    response.write(true, ByteBuffer.wrap(json), callback);
  }

  private Locale locale() {
    String wanted = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    return wanted != null && wanted.toLowerCase(Locale.ROOT).startsWith("en")
        ? Locale.ENGLISH
        : Locale.forLanguageTag("es");
  }
}
