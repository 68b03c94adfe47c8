package uy.pfacturas.cloud.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;
import okio.BufferedSource;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.protocol.Rechazo;

/**
 * Reads what came over the wire. Only the cloud's own JSON is believed: a page of a proxy, half an
 * answer or an answer without its fields is {@code UNKNOWN}, whatever its status says.
 */
final class Reply {
  private static final long MAX_BYTES = 4L << 20;
  private static final Set<Integer> NOT_NOW = Set.of(429, 500, 502, 503, 504);
  private static final int MAX_RETRY_AFTER_S = 3600;

  private Reply() {}

  static <T> Answer<T> read(Response response, Class<T> type) throws IOException {
    int status = response.code();
    if (status == 401 || status == 403) {
      return new Answer.NotServed<>(
          Answer.Cause.UNAUTHORIZED,
          "La nube no acepta la clave (HTTP " + status + ").",
          Optional.empty());
    }
    if (NOT_NOW.contains(status)) {
      return new Answer.NotServed<>(
          Answer.Cause.NOT_NOW, "La nube pide esperar (HTTP " + status + ").", after(response));
    }
    if (status != 200 && status != 201 && (status < 400 || status > 499)) {
      return unknown("HTTP " + status + " no es una respuesta de la nube.");
    }
    Optional<byte[]> body = body(response.body().source());
    if (body.isEmpty()) {
      return unknown("La respuesta de la nube no termina o es demasiado grande.");
    }
    return status < 400
        ? parse(body.get(), type).<Answer<T>>map(Answer.Done::new).orElseGet(Reply::garbage)
        : parse(body.get(), Rechazo.class)
            .<Answer<T>>map(rechazo -> new Answer.Refused<>(status, rechazo))
            .orElseGet(Reply::garbage);
  }

  static <T> Answer<T> unknown(String reason) {
    return new Answer.NotServed<>(Answer.Cause.UNKNOWN, reason, Optional.empty());
  }

  private static <T> Answer<T> garbage() {
    return unknown("Lo que llegó no es una respuesta de la nube.");
  }

  private static Optional<byte[]> body(BufferedSource source) throws IOException {
    if (source.request(MAX_BYTES + 1)) {
      return Optional.empty();
    }
    return Optional.of(source.readByteArray());
  }

  private static <T> Optional<T> parse(byte[] body, Class<T> type) {
    try {
      T value = Json.MAPPER.readValue(body, type);
      return value != null && Whole.isWhole(value) ? Optional.of(value) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("memory failed as a stream", e);
    }
  }

  private static Optional<Duration> after(Response response) {
    String header = response.header("Retry-After");
    if (header == null || !header.matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(Math.min(MAX_RETRY_AFTER_S, Integer.parseInt(header))));
  }
}
