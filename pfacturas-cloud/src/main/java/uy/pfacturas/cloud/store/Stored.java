package uy.pfacturas.cloud.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import uy.pfacturas.core.json.Json;

/** Values as bytes: JSON, and for what is large, deflated JSON. */
final class Stored {
  private static final int LARGE_BYTES = 1024;
  private static final byte DEFLATED = 0x78;

  private Stored() {}

  static byte[] write(Object value) {
    try {
      byte[] json = Json.MAPPER.writeValueAsBytes(value);
      return json.length < LARGE_BYTES ? json : deflate(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("value has no JSON: " + value.getClass(), e);
    }
  }

  static <T> T read(byte[] bytes, Class<T> type) {
    try {
      boolean deflated = bytes.length > 0 && bytes[0] == DEFLATED;
      return deflated
          ? Json.MAPPER.readValue(
              new InflaterInputStream(new java.io.ByteArrayInputStream(bytes)), type)
          : Json.MAPPER.readValue(bytes, type);
    } catch (IOException e) {
      throw new StoreException("El almacén tiene un valor que no se puede leer: " + type, e);
    }
  }

  private static byte[] deflate(byte[] json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 2);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(json);
    } catch (IOException e) {
      throw new IllegalStateException("memory failed as a stream", e);
    }
    return out.toByteArray();
  }
}
